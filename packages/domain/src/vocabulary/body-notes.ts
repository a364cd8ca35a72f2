import type { Notes } from "../vocabulary.js"

/** What each body is: SKOS scope notes. */
export const bodyNotes: Notes = {
  "airports-group": {
    en: "The group in which the Pompidou Group brings drug control services at European airports together.",
    fr: "Le groupe où le Groupe Pompidou réunit les services de contrôle des drogues des aéroports européens.",
  },
  cicad: {
    en: "The drug policy body of the Organization of American States.",
    fr: "L’organe de l’Organisation des États américains pour les politiques des drogues.",
  },
  "committee-of-ministers": {
    en: "The decision-making body of the Council of Europe, made up of its member States’ ministers of foreign affairs.",
    fr: "L’organe de décision du Conseil de l’Europe, composé des ministres des Affaires étrangères de ses États membres.",
  },
  "council-of-europe": {
    en: "The organisation for human rights, democracy and the rule of law in Europe, founded in 1949, with its seat in Strasbourg.",
    fr: "L’organisation vouée aux droits de l’homme, à la démocratie et à l’État de droit en Europe, fondée en 1949, dont le siège est à Strasbourg.",
  },
  emcdda: {
    en: "The European Union’s agency for facts and figures on drugs, in Lisbon; since 2 July 2024 the European Union Drugs Agency.",
    fr: "L’agence de l’Union européenne pour les données sur les drogues, à Lisbonne\u202f; depuis le 2 juillet 2024, Agence de l’Union européenne sur les drogues.",
  },
  "european-union": {
    en: "The political and economic union of European states, with its institutions.",
    fr: "L’union politique et économique d’États européens, et ses institutions.",
  },
  "international-drug-policy-academy": {
    en: "The academy of the Pompidou Group, which trains those who make and carry out drug policy.",
    fr: "L’académie du Groupe Pompidou, qui forme celles et ceux qui élaborent et mettent en œuvre les politiques des drogues.",
  },
  "parliamentary-assembly": {
    en: "The assembly of the Council of Europe, whose members come from the parliaments of its member States.",
    fr: "L’assemblée du Conseil de l’Europe, dont les membres viennent des parlements de ses États membres.",
  },
  "permanent-correspondents": {
    en: "The representatives of the member States of the Pompidou Group, who decide on its work between ministerial conferences.",
    fr: "Les représentants des États membres du Groupe Pompidou, qui décident de ses travaux entre les conférences ministérielles.",
  },
  "pompidou-group": {
    en: "The Council of Europe’s platform for drug policy, founded in 1971 on the initiative of the French President Georges Pompidou.",
    fr: "La plateforme du Conseil de l’Europe pour les politiques des drogues, créée en 1971 à l’initiative du président français Georges Pompidou.",
  },
  "un-commission-on-narcotic-drugs": {
    en: "The United Nations’ policy-making body on drugs, which meets in Vienna.",
    fr: "L’organe des Nations Unies chargé des politiques des drogues, qui se réunit à Vienne.",
  },
  unodc: {
    en: "The United Nations office for action against drugs and crime, in Vienna.",
    fr: "L’office des Nations Unies pour la lutte contre la drogue et le crime, à Vienne.",
  },
  who: {
    en: "The United Nations’ specialised agency for health, in Geneva.",
    fr: "L’institution spécialisée des Nations Unies pour la santé, à Genève.",
  },
}
