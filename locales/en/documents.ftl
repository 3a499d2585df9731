# Documents.

documents-title = Documents
documents-caption = Documents in the package
documents-intro = Every document is encrypted. Taking one out is recorded with your name; keep it only as long as you need it.
documents-kind = Document
documents-person = About
documents-size = Size
documents-action = Withdraw
documents-withdraw = Withdraw
documents-none = No document has been added yet.
documents-withdrawn = Documents withdrawn
size-kb = { $size } kB
size-mb = { $whole }.{ $tenth } MB
form-add-document-file-error-required-file = Choose a file
form-add-document-file-error-empty-file = The file is empty. Check that it opens on your device, then choose it again
documents-kept = Confidential
package-title = The referral package
package-lead = The referral as it stands, as one ZIP file for a system that has only files: the cover page with an index, what the referral says for machines, every document as it was, and a signature that can be checked without this program’s database. How the family is reached is not in it. The file is not encrypted: keep it where nobody else can read it. Taking it out is recorded.
package-take = Take out the referral package (ZIP)
