/** The way from the plan to next year's copy, in the order it is gone. */
export const STEPS = ['plan', 'criteria', 'reports', 'review', 'council', 'results', 'papers', 'next'] as const;
export type Step = (typeof STEPS)[number];
