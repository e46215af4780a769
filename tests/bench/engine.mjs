// What compile.mjs bundles for plain Node, and compile-child.mjs runs: the compiler and the reading of briefings.
export { analyse } from '../../src-main/compile/analyse.ts';
export { compile } from '../../src-main/compile/compile.ts';
export { readCuration } from '../../src-main/compile/read-curation.ts';
export { readSource } from '../../src-main/compile/read-source.ts';
export { writeBriefing } from '../../src-main/compile/write-briefing.ts';
export { openBriefing } from '../../src-main/briefing/open.ts';
export { readView } from '../../src-main/briefing/view.ts';
export { searchBlocks } from '../../src-main/briefing/search.ts';
