import { expect, test } from "vitest"
import { fileNameOf } from "./index.js"

test.each([
  ["Report 2024.pdf", "Report 2024.pdf"],
  ["Rapport d’activité – été.PDF", "Rapport d’activité – été.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Users\\Ada\\Report.pdf", "Report.pdf"],
  ["report.exe", "report.exe.pdf"],
  ["fdp.\u202Eexe.pdf", "fdp.exe.pdf"],
  ['a "quoted"\r\nSet-Cookie: x.pdf', "a quoted Set-Cookie x.pdf"],
  ["\u0000\u0007zero\u200B.pdf", "zero.pdf"],
  [".htaccess", "htaccess.pdf"],
  ["...", "file.pdf"],
  ["", "file.pdf"],
  ["е́té.pdf", "е́té.pdf".normalize("NFC")],
  ["broken \uD800.pdf", "broken.pdf"],
  [`${"é".repeat(500)}.pdf`, `${"é".repeat(120)}.pdf`],
  ["пресс-релиз.pdf", "пресс-релиз.pdf"],
])("a PDF called %j is served as %j", (given, name) => {
  expect(fileNameOf(given, "application/pdf")).toBe(name)
  expect(fileNameOf(name, "application/pdf")).toBe(name)
})

test("an ending that means the same stays away", () => {
  expect(fileNameOf("photo.JPEG", "image/jpeg")).toBe("photo.jpg")
})
