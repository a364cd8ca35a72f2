/** All country codes of ISO 3166-1 alpha-2, and XK, which CLDR uses for Kosovo. */
export const countryCodes: readonly string[] = (
  "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC " +
  "CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD " +
  "GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH " +
  "KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW " +
  "MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC " +
  "SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY " +
  "UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
).split(" ")

/** Current names that the display names of CLDR do not give: country, then names in any language, separated by `|`. */
export const otherCountryNames: readonly string[] = [
  "AE|UAE|Émirats arabes unis",
  "BA|Bosnia and Herzegovina|Bosnia-Herzegovina|Bosnie-Herzégovine|Bosnia y Herzegovina|Bosnien-Herzegowina|Bosnien und Herzegowina|Bosnia ed Erzegovina|Bosnia-Erzegovina",
  "BY|Bielorussia",
  "CD|Democratic Republic of the Congo|République démocratique du Congo",
  "CI|Ivory Coast",
  "CZ|Czech Republic|République tchèque|República Checa|Tschechische Republik|Repubblica Ceca|Chequia|Tchéquie",
  "DE|Federal Republic of Germany|Bundesrepublik Deutschland",
  "GB|UK|U.K.|Great Britain|Grande-Bretagne|Gran Bretaña|Großbritannien|Gran Bretagna|England|Angleterre|Inglaterra|Inghilterra|Scotland|Écosse|Escocia|Schottland|Scozia|Wales|Northern Ireland|Irlande du Nord|Irlanda del Norte|Nordirland|Irlanda del Nord",
  "HK|Hong Kong",
  "IE|Republic of Ireland",
  "IR|Islamic Republic of Iran",
  "KR|Republic of Korea|South Korea",
  "MD|Republic of Moldova|Moldova|République de Moldova|República de Moldova|Republik Moldau|Repubblica di Moldova|Moldavie|Moldavia|Moldawien",
  "MK|North Macedonia|Macédoine du Nord|Macedonia del Norte|Nordmazedonien|Macedonia del Nord",
  "MM|Myanmar|Birmanie",
  "MO|Macao|Macau",
  "NL|the Netherlands|Netherlands|les Pays-Bas|los Países Bajos|die Niederlande|i Paesi Bassi|Holland|Olanda",
  "PS|Palestine|Palestinian National Authority",
  "RU|Russian Federation|Fédération de Russie|Federación de Rusia|Russische Föderation|Federazione russa",
  "SK|Slovak Republic|République slovaque|República Eslovaca|Slowakische Republik|Repubblica Slovacca",
  "SY|Syrian Arab Republic",
  "TR|Turkey|Türkiye|Turquie|Turquía|Türkei|Turchia",
  "US|USA|U.S.A.|United States of America|États-Unis d’Amérique|Estados Unidos de América|EE. UU.|Vereinigte Staaten von Amerika|Stati Uniti d’America",
  "VA|Holy See|Saint-Siège|Santa Sede|Heiliger Stuhl|Vatican|Vaticano|Vatikan",
  "VN|Viet Nam",
  "XK|Kosovo",
]

/**
 * Adjectives by which a text names a State that acts: "the Hungarian Presidency". Country, then adjectives in the
 * languages of listings. They count only beside a word of `stateWords`.
 */
export const adjectives: readonly string[] = [
  "AL|Albanian|albanaise|albanesa|albanische|albanese",
  "AM|Armenian|arménienne|armenia|armenische|armena",
  "AT|Austrian|autrichienne|austriaca|österreichische|austriaca",
  "AZ|Azerbaijani|azerbaïdjanaise|aserbaidschanische",
  "BE|Belgian|belge|belga|belgische",
  "BG|Bulgarian|bulgare|búlgara|bulgarische|bulgara",
  "CH|Swiss|suisse|suiza|Schweizer|svizzera",
  "CY|Cypriot|chypriote|chipriota|zyprische|cipriota",
  "CZ|Czech|tchèque|checa|tschechische|ceca",
  "DE|German|allemande|alemana|deutsche|tedesca",
  "DK|Danish|danoise|danesa|dänische|danese",
  "EE|Estonian|estonienne|estonia|estnische|estone",
  "ES|Spanish|espagnole|española|spanische|spagnola",
  "FI|Finnish|finlandaise|finlandesa|finnische|finlandese",
  "FR|French|française|francesa|französische|francese|français",
  "GB|British|britannique|británica|britische|britannica",
  "GE|Georgian|géorgienne|georgiana|georgische",
  "GR|Greek|grecque|griega|griechische|greca",
  "HR|Croatian|croate|croata|kroatische",
  "HU|Hungarian|hongroise|húngara|ungarische|ungherese",
  "IE|Irish|irlandaise|irlandesa|irische|irlandese",
  "IS|Icelandic|islandaise|islandesa|isländische|islandese",
  "IT|Italian|italienne|italiana|italienische",
  "LT|Lithuanian|lituanienne|lituana|litauische",
  "LU|Luxembourgish|luxembourgeoise|luxemburguesa|luxemburgische|lussemburghese",
  "LV|Latvian|lettone|letona|lettische",
  "MA|Moroccan|marocaine|marroquí|marokkanische|marocchina",
  "MD|Moldovan|moldave|moldava|moldauische",
  "MT|Maltese|maltaise|maltesa|maltesische",
  "NL|Dutch|néerlandaise|neerlandesa|niederländische|olandese",
  "NO|Norwegian|norvégienne|noruega|norwegische|norvegese",
  "PL|Polish|polonaise|polaca|polnische|polacca",
  "PT|Portuguese|portugaise|portuguesa|portugiesische|portoghese",
  "RO|Romanian|roumaine|rumana|rumänische|rumena",
  "RS|Serbian|serbe|serbia|serbische|serba",
  "SE|Swedish|suédoise|sueca|schwedische|svedese",
  "SI|Slovenian|slovène|eslovena|slowenische|slovena",
  "SK|Slovak|slovaque|eslovaca|slowakische|slovacca",
  "TN|Tunisian|tunisienne|tunecina|tunesische|tunisina",
  "TR|Turkish|turque|turca|türkische",
  "UA|Ukrainian|ukrainienne|ucraniana|ukrainische|ucraina",
]

/** The words beside which an adjective names a State. */
export const stateWords: readonly string[] = [
  "Presidency|présidence|presidencia|Präsidentschaft|Ratspräsidentschaft|Vorsitz|presidenza|Chairmanship",
  "President|président|presidente|Präsident",
  "Government|gouvernement|gobierno|Regierung|governo",
  "Minister|ministre|ministro|ministra",
  "Ministry|ministère|ministerio|Ministerium|ministero",
  "Parliament|parlement|parlamento|Parlament",
  "authorities|autorités|autoridades|Behörden|autorità",
  "delegation|délégation|delegación|Delegation|delegazione",
  "Ambassador|ambassadeur|embajador|Botschafter|ambasciatore",
  "Foreign|prison|prisons|national",
]
