/** What nobody sees before the report's first paint: loaded behind it, so that it is parsed while one reads. */
export { default as ChecksView } from './ChecksView.svelte';
export { default as FigureCard } from './FigureCard.svelte';
export { default as FiguresView } from './FiguresView.svelte';
