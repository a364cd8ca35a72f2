import type { Notes } from "../vocabulary.js"

/** What each topic covers: SKOS scope notes. */
export const topicNotes: Notes = {
  "50th-anniversary": {
    en: "The fifty years of the Pompidou Group, founded in 1971, and how they were marked.",
    fr: "Les cinquante ans du Groupe Pompidou, fondé en 1971, et leur célébration.",
  },
  airports: {
    en: "Drug control at airports, and co-operation between the services in charge of it.",
    fr: "Le contrôle des drogues dans les aéroports et la coopération entre les services qui en sont chargés.",
  },
  "behavioural-addictions": {
    en: "Addiction to what one does, without a substance: gambling, gaming, use of the internet.",
    fr: "Les addictions sans substance\u00a0: jeux d’argent, jeux vidéo, usages d’internet.",
  },
  children: {
    en: "Children and young people: those whose parents use drugs, and what is done to protect them.",
    fr: "Les enfants et les jeunes, dont ceux de parents qui consomment des drogues, et leur protection.",
  },
  "covid-19": {
    en: "What the pandemic changed for people who use drugs and for the services that work with them.",
    fr: "Ce que la pandémie a changé pour les personnes qui consomment des drogues et pour les services qui les accompagnent.",
  },
  "drug-consumption-rooms": {
    en: "Places where drugs that people bring along can be used under supervision, in hygienic conditions.",
    fr: "Les lieux où l’on peut consommer, sous supervision et dans de bonnes conditions d’hygiène, les drogues que l’on apporte.",
  },
  "drug-policy": {
    en: "How states respond to drugs as a whole: strategies, laws, coordination and evaluation.",
    fr: "La réponse des États aux drogues dans son ensemble\u00a0: stratégies, lois, coordination et évaluation.",
  },
  families: {
    en: "Families of people who use drugs: what they live with, and what helps them.",
    fr: "Les familles des personnes qui consomment des drogues\u00a0: ce qu’elles vivent et ce qui les aide.",
  },
  gender: {
    en: "How drug use and the response to it differ for women and men, and what follows for policy and services.",
    fr: "En quoi la consommation de drogues et les réponses diffèrent pour les femmes et les hommes, et ce qui en découle.",
  },
  "general-aviation": {
    en: "Trafficking by private and light aircraft, outside scheduled flights, and how it is detected.",
    fr: "Le trafic par avions privés et légers, hors des vols réguliers, et sa détection.",
  },
  "harm-reduction": {
    en: "What lessens the damage that drug use does to health and society, without making abstinence a condition.",
    fr: "Ce qui atténue les dommages sanitaires et sociaux de la consommation de drogues sans exiger l’abstinence.",
  },
  "hepatitis-c": {
    en: "Hepatitis C among people who use drugs: prevention, testing and treatment.",
    fr: "L’hépatite C chez les personnes qui consomment des drogues\u00a0: prévention, dépistage et traitement.",
  },
  history: {
    en: "The past of the Pompidou Group and of drug policy in Europe.",
    fr: "Le passé du Groupe Pompidou et des politiques des drogues en Europe.",
  },
  hiv: {
    en: "HIV and AIDS among people who use drugs: prevention, testing and care.",
    fr: "Le VIH et le sida chez les personnes qui consomment des drogues\u00a0: prévention, dépistage et soins.",
  },
  "human-rights": {
    en: "Human rights in drug policy, the right to health among them.",
    fr: "Les droits de l’homme dans les politiques des drogues, dont le droit à la santé.",
  },
  internet: {
    en: "Drugs and the internet: online markets, their investigation, and online means of prevention and care.",
    fr: "Les drogues et internet\u00a0: marchés en ligne, enquêtes, prévention et accompagnement en ligne.",
  },
  "law-enforcement": {
    en: "The work of police, customs and other services against drug-related crime.",
    fr: "L’action de la police, des douanes et d’autres services contre la criminalité liée aux drogues.",
  },
  mediterranean: {
    en: "Co-operation with and among the countries around the Mediterranean, in the network MedNET.",
    fr: "La coopération avec les pays du pourtour méditerranéen et entre eux, au sein du réseau MedNET.",
  },
  membership: {
    en: "States that join the Pompidou Group, and what membership means.",
    fr: "Les États qui adhèrent au Groupe Pompidou, et ce qu’implique l’adhésion.",
  },
  migrants: {
    en: "Drug use among migrants, refugees and displaced people, and how they find help.",
    fr: "La consommation de drogues chez les migrants, les réfugiés et les personnes déplacées, et leur accès à l’aide.",
  },
  "opioid-agonist-treatment": {
    en: "Treatment of opioid dependence with prescribed medicines such as methadone or buprenorphine.",
    fr: "Le traitement de la dépendance aux opioïdes par des médicaments prescrits, comme la méthadone ou la buprénorphine.",
  },
  precursors: {
    en: "Chemicals from which drugs are made, and how their diversion is prevented.",
    fr: "Les substances chimiques qui servent à fabriquer des drogues, et la prévention de leur détournement.",
  },
  presidency: {
    en: "The presidency of the Pompidou Group: who holds it, what it sets out to do, and how it is handed on.",
    fr: "La présidence du Groupe Pompidou\u00a0: qui l’exerce, son programme et sa transmission.",
  },
  prevention: {
    en: "What keeps people from starting to use drugs, or from coming to harm by them: at school, at work, at home.",
    fr: "Ce qui évite l’entrée dans la consommation ou ses dommages\u00a0: à l’école, au travail, en famille.",
  },
  prisons: {
    en: "Drugs and drug treatment in prison: health care, harm reduction, therapeutic communities, life after release.",
    fr: "Les drogues et leur prise en charge en prison\u00a0: soins, réduction des risques, communautés thérapeutiques, sortie.",
  },
  research: {
    en: "Studies and projects of research, and how their results reach policy.",
    fr: "Les études et projets de recherche, et le chemin de leurs résultats vers les politiques.",
  },
  statute: {
    en: "The text on which the Pompidou Group rests, its mandate and its revision.",
    fr: "Le texte qui fonde le Groupe Pompidou, son mandat et sa révision.",
  },
  stigma: {
    en: "How people who use drugs are looked at and spoken of, what that does, and what can be done about it.",
    fr: "Le regard porté sur les personnes qui consomment des drogues, les mots employés, leurs effets et comment y remédier.",
  },
  "therapeutic-communities": {
    en: "Places where people who want to leave drugs behind live together, and help one another to.",
    fr: "Des lieux où des personnes qui veulent sortir de la drogue vivent ensemble et s’entraident.",
  },
  trafficking: {
    en: "The illicit trade in drugs, its routes and means, and action against it.",
    fr: "Le commerce illicite des drogues, ses routes, ses moyens et la lutte contre lui.",
  },
  training: {
    en: "Courses and training for those who work on drugs: officials, police, prison staff, health and social workers.",
    fr: "Les formations destinées à celles et ceux qui travaillent sur les drogues\u00a0: fonctionnaires, police, personnel pénitentiaire, soignants, travailleurs sociaux.",
  },
  treatment: {
    en: "Treatment and care for people who are dependent on drugs, in its medical and social forms.",
    fr: "Le traitement et l’accompagnement, médicaux et sociaux, des personnes dépendantes.",
  },
  "un-cnd": {
    en: "The Commission on Narcotic Drugs, the United Nations’ policy-making body on drugs, and its sessions in Vienna.",
    fr: "La Commission des stupéfiants, organe des Nations Unies chargé des politiques des drogues, et ses sessions à Vienne.",
  },
}
