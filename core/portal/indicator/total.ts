/** The indicator of all groups together, by the portal's own code: by it places among communes go. */
export const TOTAL = 'TONG';
