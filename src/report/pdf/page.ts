/** A4 in points, with margins of 18 mm. */
const PAGE_WIDTH = 595.28;
export const PAGE_HEIGHT = 841.89;
export const MARGIN = 51.02;
export const CONTENT_WIDTH = PAGE_WIDTH - 2 * MARGIN;
