import type { JSX } from "solid-js"
import { Dynamic } from "solid-js/web"
import { viewOf } from "../kinds/views.js"
import type { CardProps } from "./entry.js"

/** An item in a list, as its kind shows it. */
export const Card = (props: CardProps): JSX.Element => <Dynamic component={viewOf(props.item).Card} {...props} />
