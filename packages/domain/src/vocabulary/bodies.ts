import { type Concept, concept, withNotes } from "../vocabulary.js"
import { bodyNotes } from "./body-notes.js"

const terms: readonly Concept[] = [
  concept(
    "airports-group",
    ["Airports Group", "Co-operation Group of Drug Control Services at European Airports"],
    ["Groupe Aéroports", "Groupe de coopération des services de contrôle des drogues dans les aéroports européens"],
  ),
  concept(
    "cicad",
    ["CICAD", "Inter-American Drug Abuse Control Commission"],
    ["CICAD", "Commission interaméricaine de contrôle de l’abus des drogues"],
  ),
  concept("committee-of-ministers", ["Committee of Ministers"], ["Comité des Ministres"]),
  concept("council-of-europe", ["Council of Europe"], ["Conseil de l’Europe"]),
  concept(
    "emcdda",
    ["European Monitoring Centre for Drugs and Drug Addiction", "EMCDDA"],
    ["Observatoire européen des drogues et des toxicomanies", "OEDT"],
  ),
  concept("european-union", ["European Union"], ["Union européenne"]),
  concept(
    "international-drug-policy-academy",
    ["International Drug Policy Academy"],
    [
      "Académie internationale des politiques des drogues",
      "Académie internationale en matière de politique des drogues",
    ],
  ),
  concept("parliamentary-assembly", ["Parliamentary Assembly"], ["Assemblée parlementaire"]),
  concept("permanent-correspondents", ["Permanent Correspondents"], ["Correspondants permanents"]),
  concept("pompidou-group", ["Pompidou Group"], ["Groupe Pompidou"]),
  concept(
    "un-commission-on-narcotic-drugs",
    ["UN Commission on Narcotic Drugs", "Commission on Narcotic Drugs"],
    ["Commission des stupéfiants de l’ONU", "Commission des stupéfiants"],
  ),
  concept(
    "unodc",
    ["United Nations Office on Drugs and Crime", "UNODC"],
    ["Office des Nations Unies contre la drogue et le crime", "ONUDC"],
  ),
  concept("who", ["World Health Organization", "WHO"], ["Organisation mondiale de la Santé", "OMS"]),
]

/** The bodies that the newsroom often names, with labels in English and French; others are kept as they are written. */
export const bodies: readonly Concept[] = withNotes(terms, bodyNotes)
