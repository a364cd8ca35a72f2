import { type Concept, concept, withNotes } from "../vocabulary.js"
import { topicNotes } from "./topic-notes.js"

const terms: readonly Concept[] = [
  concept(
    "50th-anniversary",
    ["50th anniversary", "fiftieth anniversary"],
    ["50e anniversaire", "cinquantième anniversaire"],
  ),
  concept("airports", ["airports", "airport", "airports group"], ["aéroports", "aéroport", "groupe aéroports"]),
  concept(
    "behavioural-addictions",
    ["behavioural addictions", "behavioral addictions"],
    ["addictions comportementales"],
  ),
  concept("children", ["children", "child"], ["enfants", "enfant"]),
  concept(
    "covid-19",
    ["Covid-19", "covid 19", "coronavirus", "pandemic"],
    ["Covid-19", "covid 19", "coronavirus", "pandémie"],
  ),
  concept(
    "drug-consumption-rooms",
    ["drug consumption rooms", "drug consumption room", "consumption rooms"],
    ["salles de consommation", "salle de consommation", "salles de consommation à moindre risque"],
  ),
  concept(
    "drug-policy",
    ["drug policy", "drug policies"],
    [
      "politique des drogues",
      "politiques des drogues",
      "politique en matière de drogues",
      "politiques en matière de drogues",
    ],
  ),
  concept("families", ["families", "family", "parents"], ["familles", "famille", "parents"]),
  concept("gender", ["gender", "women", "gender dimension"], ["genre", "femmes", "dimension de genre"]),
  concept("general-aviation", ["general aviation"], ["aviation générale"]),
  concept(
    "harm-reduction",
    ["harm reduction", "reducing harm", "reduce harm"],
    ["réduction des risques", "réduction des dommages", "réduire les risques"],
  ),
  concept("hepatitis-c", ["hepatitis C"], ["hépatite C"]),
  concept("history", ["history"], ["histoire"]),
  concept("hiv", ["HIV", "AIDS", "HIV/AIDS"], ["VIH", "sida", "VIH/sida"]),
  concept(
    "human-rights",
    ["human rights", "right to health"],
    ["droits de l’homme", "droits humains", "droit à la santé"],
  ),
  concept(
    "internet",
    ["internet", "online technologies", "cybercrime"],
    ["internet", "technologies en ligne", "cybercriminalité"],
  ),
  concept(
    "law-enforcement",
    ["law enforcement", "police", "customs"],
    ["forces de l’ordre", "services répressifs", "police", "douanes"],
  ),
  concept("mediterranean", ["Mediterranean co-operation", "MedNET"], ["coopération méditerranéenne", "MedNET"]),
  concept("membership", ["membership", "member State", "accession"], ["adhésion", "État membre"]),
  concept(
    "migrants",
    ["migrants", "refugees", "internally displaced persons"],
    ["migrants", "réfugiés", "personnes déplacées"],
  ),
  concept(
    "opioid-agonist-treatment",
    ["opioid agonist treatment", "OAT", "opioid substitution treatment"],
    ["traitement agoniste aux opioïdes", "traitements agonistes opioïdes", "traitement par agonistes opioïdes"],
  ),
  concept("precursors", ["drug precursors", "precursors"], ["précurseurs de drogues", "précurseurs"]),
  concept("presidency", ["presidency"], ["présidence"]),
  concept("prevention", ["prevention"], ["prévention"]),
  concept(
    "prisons",
    ["prisons", "prison", "in-prison", "penitentiary", "prisoners"],
    ["prisons", "prison", "pénitentiaire", "milieu carcéral", "détenus"],
  ),
  concept("research", ["research"], ["recherche"]),
  concept("statute", ["statute"], ["statut"]),
  concept("stigma", ["stigma", "stigmatisation", "stigmatization"], ["stigmatisation", "stigmates"]),
  concept(
    "therapeutic-communities",
    ["therapeutic communities", "therapeutic community"],
    ["communautés thérapeutiques", "communauté thérapeutique"],
  ),
  concept("trafficking", ["drug trafficking", "trafficking"], ["trafic de drogues", "trafic de drogue", "trafic"]),
  concept("training", ["training", "trainings", "course", "courses"], ["formation", "formations", "cours"]),
  concept("treatment", ["treatment"], ["traitement", "traitements"]),
  concept(
    "un-cnd",
    ["UN Commission on Narcotic Drugs", "Commission on Narcotic Drugs", "CND"],
    ["Commission des stupéfiants de l’ONU", "Commission des stupéfiants"],
  ),
]

/** What the organisation works on: the topic vocabulary, a flat SKOS concept scheme with labels in English and French. */
export const topics: readonly Concept[] = withNotes(terms, topicNotes)
