/** The few colours that the main process needs before a window has styles of its own. Tokens live in the renderer. */
import type { Theme } from './delegate.ts';

export const themeColours: Readonly<Record<Theme, { readonly paper: string }>> = {
  light: { paper: '#FBFAF7' },
  sepia: { paper: '#F4ECD8' },
  dark: { paper: '#16181C' },
  contrast: { paper: '#000000' },
};
export const stagePaper = '#111418';
