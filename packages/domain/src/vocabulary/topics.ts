import type { Concept } from "../vocabulary.js"

const topic = (id: string, en: string[], fr: string[]): Concept => ({
  id,
  prefLabel: { en: en[0] ?? id, fr: fr[0] ?? id },
  altLabel: { en: en.slice(1), fr: fr.slice(1) },
})

/** What the organisation works on: the topic vocabulary, a flat SKOS concept scheme with labels in English and French. */
export const topics: readonly Concept[] = [
  topic(
    "50th-anniversary",
    ["50th anniversary", "fiftieth anniversary"],
    ["50e anniversaire", "cinquantième anniversaire"],
  ),
  topic("airports", ["airports", "airport", "airports group"], ["aéroports", "aéroport", "groupe aéroports"]),
  topic("behavioural-addictions", ["behavioural addictions", "behavioral addictions"], ["addictions comportementales"]),
  topic("children", ["children", "child"], ["enfants", "enfant"]),
  topic(
    "covid-19",
    ["Covid-19", "covid 19", "coronavirus", "pandemic"],
    ["Covid-19", "covid 19", "coronavirus", "pandémie"],
  ),
  topic(
    "drug-consumption-rooms",
    ["drug consumption rooms", "drug consumption room", "consumption rooms"],
    ["salles de consommation", "salle de consommation", "salles de consommation à moindre risque"],
  ),
  topic(
    "drug-policy",
    ["drug policy", "drug policies"],
    [
      "politique des drogues",
      "politiques des drogues",
      "politique en matière de drogues",
      "politiques en matière de drogues",
    ],
  ),
  topic("families", ["families", "family", "parents"], ["familles", "famille", "parents"]),
  topic("gender", ["gender", "women", "gender dimension"], ["genre", "femmes", "dimension de genre"]),
  topic("general-aviation", ["general aviation"], ["aviation générale"]),
  topic(
    "harm-reduction",
    ["harm reduction", "reducing harm", "reduce harm"],
    ["réduction des risques", "réduction des dommages", "réduire les risques"],
  ),
  topic("hepatitis-c", ["hepatitis C"], ["hépatite C"]),
  topic("history", ["history"], ["histoire"]),
  topic("hiv", ["HIV", "AIDS", "HIV/AIDS"], ["VIH", "sida", "VIH/sida"]),
  topic(
    "human-rights",
    ["human rights", "right to health"],
    ["droits de l’homme", "droits humains", "droit à la santé"],
  ),
  topic(
    "internet",
    ["internet", "online technologies", "cybercrime"],
    ["internet", "technologies en ligne", "cybercriminalité"],
  ),
  topic(
    "law-enforcement",
    ["law enforcement", "police", "customs"],
    ["forces de l’ordre", "services répressifs", "police", "douanes"],
  ),
  topic("mediterranean", ["Mediterranean co-operation", "MedNET"], ["coopération méditerranéenne", "MedNET"]),
  topic("membership", ["membership", "member State", "accession"], ["adhésion", "État membre"]),
  topic(
    "migrants",
    ["migrants", "refugees", "internally displaced persons"],
    ["migrants", "réfugiés", "personnes déplacées"],
  ),
  topic(
    "opioid-agonist-treatment",
    ["opioid agonist treatment", "OAT", "opioid substitution treatment"],
    ["traitement agoniste aux opioïdes", "traitements agonistes opioïdes", "traitement par agonistes opioïdes"],
  ),
  topic("precursors", ["drug precursors", "precursors"], ["précurseurs de drogues", "précurseurs"]),
  topic("presidency", ["presidency"], ["présidence"]),
  topic("prevention", ["prevention"], ["prévention"]),
  topic(
    "prisons",
    ["prisons", "prison", "in-prison", "penitentiary", "prisoners"],
    ["prisons", "prison", "pénitentiaire", "milieu carcéral", "détenus"],
  ),
  topic("research", ["research"], ["recherche"]),
  topic("statute", ["statute"], ["statut"]),
  topic("stigma", ["stigma", "stigmatisation", "stigmatization"], ["stigmatisation", "stigmates"]),
  topic(
    "therapeutic-communities",
    ["therapeutic communities", "therapeutic community"],
    ["communautés thérapeutiques", "communauté thérapeutique"],
  ),
  topic("trafficking", ["drug trafficking", "trafficking"], ["trafic de drogues", "trafic de drogue", "trafic"]),
  topic("training", ["training", "trainings", "course", "courses"], ["formation", "formations", "cours"]),
  topic("treatment", ["treatment"], ["traitement", "traitements"]),
  topic(
    "un-cnd",
    ["UN Commission on Narcotic Drugs", "Commission on Narcotic Drugs", "CND"],
    ["Commission des stupéfiants de l’ONU", "Commission des stupéfiants"],
  ),
]
