import { expect, test } from "vitest"
import { readerOf } from "./archive.js"
import { fixture } from "./fixtures.js"

const arabic = "إعلان"
const said = {
  title: `${arabic} declaration adopted`,
  summary: `${arabic} is what it is called.`,
  body: `${arabic} is its name.\n\n- ${arabic}, first`,
}
const inEnglish = fixture("news", "a-title-alone", said)
const inArabic = fixture("news", "a-title-alone", { ...said, locale: "ar" })

test("an English text that begins with an Arabic word is read from the left, title, summary and body", async () => {
  const html = await readerOf([inEnglish]).text("/en/news/a-title-alone")
  expect(html).toContain(`<h1 dir="ltr"><bdi dir="ltr">${said.title}`)
  expect(html).toContain(`<p class="summary" dir="ltr"><bdi dir="ltr">${said.summary}`)
  expect(html).toContain(`<div class="body" dir="ltr">`)
  expect(html).not.toContain('dir="auto"')
})

test("an Arabic text is read from the right, on any page", async () => {
  const html = await readerOf([inArabic]).text("/en/news/a-title-alone")
  expect(html).toContain(`<h1 dir="rtl"><bdi lang="ar" dir="rtl">${said.title}`)
  expect(html).toContain(`<div class="body" lang="ar" dir="rtl">`)
  expect(html).toContain(`<cite><bdi lang="ar" dir="rtl">`)
})

test("in a list, each item's words have the direction of its language", async () => {
  expect(await readerOf([inEnglish]).text("/en/news")).toContain(`<bdi dir="ltr">${said.title}`)
  expect(await readerOf([inArabic]).text("/en/news?locale=*")).toContain(`<bdi lang="ar" dir="rtl">${said.title}`)
})

test("where nobody said which language it is, its letters decide", async () => {
  const html = await readerOf([fixture("news", "a-title-alone", { locale: "und" })]).text("/en/news/a-title-alone")
  expect(html).toContain('<h1 dir="auto">')
})
