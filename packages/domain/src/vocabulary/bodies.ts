import type { Concept } from "../vocabulary.js"

const body = (id: string, en: string[], fr: string[]): Concept => ({
  id,
  prefLabel: { en: en[0] ?? id, fr: fr[0] ?? id },
  altLabel: { en: en.slice(1), fr: fr.slice(1) },
})

/** The bodies that the newsroom often names, with labels in English and French; others are kept as they are written. */
export const bodies: readonly Concept[] = [
  body(
    "airports-group",
    ["Airports Group", "Co-operation Group of Drug Control Services at European Airports"],
    ["Groupe Aéroports", "Groupe de coopération des services de contrôle des drogues dans les aéroports européens"],
  ),
  body(
    "cicad",
    ["CICAD", "Inter-American Drug Abuse Control Commission"],
    ["CICAD", "Commission interaméricaine de contrôle de l’abus des drogues"],
  ),
  body("committee-of-ministers", ["Committee of Ministers"], ["Comité des Ministres"]),
  body("council-of-europe", ["Council of Europe"], ["Conseil de l’Europe"]),
  body(
    "emcdda",
    ["European Monitoring Centre for Drugs and Drug Addiction", "EMCDDA"],
    ["Observatoire européen des drogues et des toxicomanies", "OEDT"],
  ),
  body("european-union", ["European Union"], ["Union européenne"]),
  body(
    "international-drug-policy-academy",
    ["International Drug Policy Academy"],
    [
      "Académie internationale des politiques des drogues",
      "Académie internationale en matière de politique des drogues",
    ],
  ),
  body("parliamentary-assembly", ["Parliamentary Assembly"], ["Assemblée parlementaire"]),
  body("permanent-correspondents", ["Permanent Correspondents"], ["Correspondants permanents"]),
  body("pompidou-group", ["Pompidou Group"], ["Groupe Pompidou"]),
  body(
    "un-commission-on-narcotic-drugs",
    ["UN Commission on Narcotic Drugs", "Commission on Narcotic Drugs"],
    ["Commission des stupéfiants de l’ONU", "Commission des stupéfiants"],
  ),
  body(
    "unodc",
    ["United Nations Office on Drugs and Crime", "UNODC"],
    ["Office des Nations Unies contre la drogue et le crime", "ONUDC"],
  ),
  body("who", ["World Health Organization", "WHO"], ["Organisation mondiale de la Santé", "OMS"]),
]
