"""The closed lists of the contract, in its order. A test keeps them equal to data/vocabulary.yaml.

They stand here as well because `law` reads no file, and because rules speak of groups of them.
"""

ACTOR = (
    "police_officer",
    "auxiliary_police",
    "civil_servant",
    "judicial_officer",
    "court_staff",
    "entrusted_staff",
    "village_cadre",
    "public_institution_manager",
    "public_institution_staff",
    "industry_staff",
    "company_staff",
    "platform",
    "company",
    "state_organ",
    "individual",
    "unknown",
)
SECTOR = (
    "police",
    "justice",
    "government",
    "finance",
    "telecom",
    "transport",
    "courier",
    "education",
    "medical",
    "property",
    "internet",
    "consumer",
    "other",
)
CONDUCT = (
    "sold",
    "provided",
    "published_online",
    "looked_up",
    "obtained_illegally",
    "bought",
    "exchanged",
    "negligent_publication",
    "failed_to_protect",
    "refused_to_delete",
    "over_collected",
)
CLASS_A = ("location_track", "communication_content", "credit", "property")
CLASS_B = ("lodging", "communication_record", "health", "transaction", "id_card_set", "face", "other_sensitive")
CLASS_C = ("household", "vehicle", "phone_owner", "contact", "other")
DATA_KIND = CLASS_A + CLASS_B + CLASS_C
COUNT_NOTE = ("as_seized", "deduplicated", "estimated")
PURPOSE = ("lawful_business", "crime", "private_curiosity", "favour", "profit")
USED_IN_CRIME = ("no", "yes", "known_to_leaker")
PRIOR = ("none", "criminal", "administrative_within_two_years")
HARM = (
    "none",
    "harassment",
    "fraud_loss",
    "major_economic_loss",
    "injury",
    "serious_injury",
    "death",
    "mental_disorder",
    "kidnapping",
    "adverse_social_impact",
)
MITIGATION = ("first_offence", "proceeds_returned", "repentance")
URGENCY = ("ongoing_threat", "ongoing_fraud", "data_online")
WISH = ("criminal", "disciplinary", "deletion", "compensation", "apology", "institutional_fix")
REPORT_RESULT = (
    "refused",
    "no_answer",
    "not_filed",
    "reconsideration_upheld",
    "transferred",
    "not_prosecuted",
    "no_penalty",
)
DOOR = (
    "police",
    "police-other-organ",
    "police-inspectorate",
    "supervision-commission",
    "stationed-discipline-office",
    "procuratorate",
    "procuratorate-public-interest",
    "court-inspectorate",
    "cyberspace-administration",
    "incident-report",
    "telecom-authority",
    "spam-center",
    "market-regulator",
    "consumer-association",
    "financial-regulator",
    "central-bank",
    "health-authority",
    "education-authority",
    "transport-authority",
    "postal-authority",
    "superior-organ",
    "employer",
    "data-handler",
    "platform-notice",
    "government-hotline",
    "letters-and-visits",
    "administrative-reconsideration",
    "administrative-litigation",
    "state-compensation",
    "civil-court",
    "private-prosecution",
    "legal-aid",
    "anti-fraud",
    "minors-protection",
    "women-federation",
)

# Conduct by what it is in criminal law (interp-2017-10/3 and /4; an exchange both takes and gives).
GIVING = frozenset({"sold", "provided", "published_online", "exchanged"})
TAKING = frozenset({"looked_up", "obtained_illegally", "bought", "exchanged", "over_collected"})
CARELESS = frozenset({"negligent_publication", "failed_to_protect"})

# Actors by what the law makes of them.
CIVIL_SERVANTS = frozenset({"police_officer", "civil_servant", "judicial_officer", "court_staff"})
SUPERVISED = CIVIL_SERVANTS | {"auxiliary_police", "entrusted_staff", "village_cadre", "public_institution_manager"}
STATE_ORGAN_STAFF = CIVIL_SERVANTS | {"auxiliary_police"}
BUSINESSES = frozenset({"platform", "company"})
BUSINESS_STAFF = frozenset({"industry_staff", "company_staff"})
ORDINARY = BUSINESS_STAFF | {"public_institution_staff"}
OFFICIAL_SIDE = SUPERVISED | {"state_organ"}
LISTED_SECTORS = frozenset({"finance", "telecom", "transport", "education", "medical"})
GRAVE_HARM = frozenset({"serious_injury", "death", "mental_disorder", "kidnapping"})
WIDE_HARM = frozenset({"major_economic_loss", "adverse_social_impact"})
