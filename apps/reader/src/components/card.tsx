import type { JSX } from "solid-js"
import { viewOf } from "../kinds/views.js"
import type { CardProps } from "./entry.js"

/** An item in a list, as its kind shows it. Solid's `Dynamic` would take the properties apart and put them together. */
export const Card = (props: CardProps): JSX.Element => {
  const KindCard = viewOf(props.item).Card
  return <KindCard {...props} />
}
