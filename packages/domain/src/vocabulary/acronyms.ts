/**
 * A short form and the words that it stands for; whoever searches for one finds the other too. `isWord`: its letters are
 * a word of the language as well, so that it is a short form in capitals only.
 */
export type Acronym = { short: string; long: string; locale: string; isWord?: true }

/** The acronyms of the field, in English and French. A new one is a line here. */
export const acronyms: readonly Acronym[] = [
  { short: "OAT", long: "opioid agonist treatment", locale: "en" },
  { short: "OST", long: "opioid substitution treatment", locale: "en" },
  { short: "MAT", long: "medication-assisted treatment", locale: "en" },
  { short: "NPS", long: "new psychoactive substances", locale: "en" },
  { short: "HIV", long: "human immunodeficiency virus", locale: "en" },
  { short: "HCV", long: "hepatitis C virus", locale: "en" },
  { short: "PWID", long: "people who inject drugs", locale: "en" },
  { short: "PWUD", long: "people who use drugs", locale: "en" },
  { short: "DCR", long: "drug consumption room", locale: "en" },
  { short: "SUD", long: "substance use disorder", locale: "en" },
  { short: "NGO", long: "non-governmental organisation", locale: "en" },
  { short: "EMCDDA", long: "European Monitoring Centre for Drugs and Drug Addiction", locale: "en" },
  { short: "EUDA", long: "European Union Drugs Agency", locale: "en" },
  { short: "UNODC", long: "United Nations Office on Drugs and Crime", locale: "en" },
  { short: "WHO", long: "World Health Organization", locale: "en", isWord: true },
  { short: "INCB", long: "International Narcotics Control Board", locale: "en" },
  { short: "CND", long: "Commission on Narcotic Drugs", locale: "en" },
  { short: "TAO", long: "traitement par agonistes opioïdes", locale: "fr" },
  { short: "TSO", long: "traitement de substitution aux opioïdes", locale: "fr" },
  { short: "NSP", long: "nouvelles substances psychoactives", locale: "fr" },
  { short: "VIH", long: "virus de l’immunodéficience humaine", locale: "fr" },
  { short: "VHC", long: "virus de l’hépatite C", locale: "fr" },
  { short: "SCMR", long: "salle de consommation à moindre risque", locale: "fr" },
  { short: "ONG", long: "organisation non gouvernementale", locale: "fr" },
  { short: "OEDT", long: "Observatoire européen des drogues et des toxicomanies", locale: "fr" },
  { short: "ONUDC", long: "Office des Nations unies contre la drogue et le crime", locale: "fr" },
  { short: "OMS", long: "Organisation mondiale de la santé", locale: "fr" },
  { short: "OICS", long: "Organe international de contrôle des stupéfiants", locale: "fr" },
]
