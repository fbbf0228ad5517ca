/** The id of the HTML element that holds the report's JSON. */
export const REPORT_ELEMENT = "report";

/** The element of a PDF's XMP metadata that holds the report's JSON, deflated, as base64. */
export const REPORT_PROPERTY = "mapassay:report";
