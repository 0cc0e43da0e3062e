// The closed forms of textbook losses as a page of Markdown: docs/closed-forms.md holds what this prints.

import TextbookLosses

print(try TextbookLoss.page(), terminator: "")
