/** The id of the button that opens the display panel, which gets the focus back when the panel closes. */
export const DISPLAY_BUTTON = "display-button";
