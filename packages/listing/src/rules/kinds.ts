import type { KindName } from "@pg/domain"
import type { Signal } from "../languages/language.js"

/**
 * A rule that tells what an item is. It applies where its headings give all of `headings`, its headings or teaser all of
 * `anywhere`, and, with `isDatedEvent`, its dateline gives an event's date. `rule` says so in words, for the reader.
 */
export type KindRule = {
  rule: string
  kind: KindName
  type?: string
  headings?: readonly Signal[]
  anywhere?: readonly Signal[]
  isDatedEvent?: true
}

/** The events that a heading can name, the more special before the more general. */
const eventNouns: readonly (readonly [type: string, signals: readonly Signal[], words: string])[] = [
  ["executive-training", ["executive"], "an executive training"],
  ["expert-group-meeting", ["expertGroup", "meeting"], "a meeting of an expert group"],
  ["ministerial-conference", ["ministerial"], "a ministerial conference"],
  ["side-event", ["sideEvent"], "a side event"],
  ["symposium", ["symposium"], "a symposium"],
  ["round-table", ["roundTable"], "a round table"],
  ["webinar", ["webinar"], "a webinar"],
  ["seminar", ["seminar"], "a seminar"],
  ["workshop", ["workshop"], "a workshop"],
  ["conference", ["conference"], "a conference"],
  ["course", ["course"], "a course"],
  ["training", ["training"], "a training"],
  ["meeting", ["meeting"], "a meeting"],
]

const documentNouns: readonly (readonly [type: string, signal: Signal, words: string])[] = [
  ["handbook", "handbook", "a handbook"],
  ["manual", "manual", "a manual"],
  ["toolkit", "toolkit", "a toolkit"],
  ["brochure", "brochure", "a brochure"],
  ["guideline", "guideline", "guidelines"],
  ["report", "report", "a report"],
  ["study", "study", "a study"],
]

/** The rules in the order in which they are tried; the first that applies decides. */
export const kindRules: readonly KindRule[] = [
  { rule: "the heading is an obituary's", kind: "news", type: "obituary", headings: ["obituary"] },
  ...(["course", "executive", "training"] as const).map((signal) => ({
    rule: "the heading calls for applications to a course or training",
    kind: "event" as const,
    type: "course-call-for-applications",
    headings: ["call", signal] as const,
  })),
  { rule: "the heading is a call", kind: "news", type: "call", headings: ["call"] },
  { rule: "the heading is an interview's", kind: "news", type: "interview", headings: ["interview"] },
  { rule: "the heading reports a decision", kind: "news", type: "decision", headings: ["adoption"] },
  ...documentNouns.map(([type, signal, words]) => ({
    rule: `the heading says that ${words} is out`,
    kind: "publication" as const,
    type,
    headings: [signal, "release"] as const,
  })),
  { rule: "the heading announces a publication", kind: "publication", type: "report", headings: ["publication"] },
  { rule: "the heading is about membership", kind: "news", type: "membership", headings: ["membership"] },
  { rule: "the heading reports a signature", kind: "news", type: "signature", headings: ["signature"] },
  { rule: "the heading reports an appointment", kind: "news", type: "appointment", headings: ["appointment"] },
  ...eventNouns.map(([type, signals, words]) => ({
    rule: `the heading invites to ${words}`,
    kind: "event" as const,
    type,
    headings: [...signals, "invitation" as const],
  })),
  {
    rule: "the heading reports that someone took part",
    kind: "news",
    type: "participation",
    headings: ["participation"],
  },
  { rule: "the heading reports a visit", kind: "news", type: "visit", headings: ["visit"] },
  ...eventNouns.map(([, signals, words]) => ({
    rule: `the heading reports on ${words}`,
    kind: "news" as const,
    type: "event-report",
    headings: [...signals, "reporting" as const],
  })),
  { rule: "the heading is a statement's", kind: "news", type: "statement", headings: ["statement"] },
  { rule: "the heading is about a presidency", kind: "news", type: "presidency", headings: ["presidency"] },
  { rule: "the heading names an observance", kind: "news", type: "observance", headings: ["observance"] },
  ...(["executive", "course", "training"] as const).map((signal) => ({
    rule: "a course or training is in the heading, and its launch is reported",
    kind: "news" as const,
    type: "course-launch",
    headings: [signal] as const,
    anywhere: ["launch"] as const,
  })),
  ...eventNouns.map(([type, signals, words]) => ({
    rule: `the heading names ${words}`,
    kind: "event" as const,
    type,
    headings: signals,
  })),
  {
    rule: "the text says that a statement was drafted",
    kind: "publication",
    type: "statement",
    anywhere: ["draftedStatement"],
  },
  {
    rule: "the text is about a research project",
    kind: "news",
    type: "research-project",
    anywhere: ["researchProject"],
  },
  ...documentNouns.map(([type, signal, words]) => ({
    rule: `the heading names ${words}`,
    kind: "publication" as const,
    type,
    headings: [signal] as const,
  })),
  { rule: "the heading is about an anniversary", kind: "news", type: "anniversary", headings: ["anniversary"] },
  {
    rule: "the dateline gives the days of an event that the heading does not name",
    kind: "news",
    type: "event-report",
    isDatedEvent: true,
  },
  { rule: "the text looks back on an anniversary", kind: "news", type: "anniversary", anywhere: ["anniversary"] },
  { rule: "no rule says otherwise", kind: "news" },
]
