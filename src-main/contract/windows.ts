/** The app's windows: each is an origin of its own. */

export const windowNames = ['reader', 'stage'] as const;
export type WindowName = (typeof windowNames)[number];
