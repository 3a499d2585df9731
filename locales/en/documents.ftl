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
