/** Stands in for what jsPDF would load to draw HTML, which no report does. */
export default {};
