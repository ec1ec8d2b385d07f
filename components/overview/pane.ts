/** The body of a pane beside others: scrolls inside itself where the page has a fixed height. */
export const paneBody = '@container xl:min-h-0 xl:overflow-y-auto';
