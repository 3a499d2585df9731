# What members of a case ask to be kept from other members of the family.

confidential-title = Confidential between members of the family
confidential-lead = What a member of the case asked to be kept from the others. No letter to the others holds it. Hand out no page and no document that bears the mark; only the person who asked, asked alone, can lift it.
confidential-none = Nobody has asked that anything be kept from the others.
confidential-lifted = Lifted since, as the person agreed

kept-ask = Keep confidential
kept-nobody = Kept from nobody
kept-mark = Confidential from other members of the family, as { $name } asked.
kept-mark-some = Confidential from { $from }, as { $name } asked.
kept-mark-rests = It rests on what is confidential from { $from }.
kept-pages = Parts of this case are confidential from members of the family. Give them no copy of a page or a document before you have looked for the mark.
kept-not-to-tell = Confidential from { $name }: do not tell it, quote it or let it show
kept-asked-by = Asked by
kept-from = Kept from
kept-from-all = Everybody else in the case, now and later
kept-asked-on = Asked on
kept-agreed-on = Agreed to lift it on
