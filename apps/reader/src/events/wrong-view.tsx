import type { ItemQuery } from "@pg/domain"
import { WrongQuestion } from "../components/wrong-question.js"
import type { View } from "../page.js"
import type { Wrong } from "../question.js"
import { alternatesOf } from "../pages/load-listing.js"

/** A view of the events that cannot be shown as asked: it says why, and leads to the list of the rest. */
export const showWrongView = (title: string, asking: { asked: ItemQuery; wrong: Wrong[] }): View => ({
  status: 422,
  title,
  alternates: alternatesOf(asking.asked, "event"),
  content: () => (
    <div class="listing">
      <header>
        <h1>{title}</h1>
      </header>
      <WrongQuestion {...asking} kind="event" />
    </div>
  ),
})
