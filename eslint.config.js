import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The layout's one table: what each folder may import of ours. Everything else about layers is made from it. */
const mayImport = {
  contract: [],
  compile: ['contract'],
  briefing: ['contract'],
  delegate: ['contract'],
  export: ['contract', 'briefing', 'delegate'],
  cli: ['contract', 'compile', 'briefing', 'delegate', 'export'],
  app: ['contract', 'compile', 'briefing', 'delegate', 'export'],
  setup: [],
  lib: ['contract'],
  reader: ['contract', 'lib'],
  stage: ['contract', 'lib'],
};
const windows = ['lib', 'reader', 'stage'];
const folderOf = (name) => (windows.includes(name) ? `src-renderer/${name}` : `src-main/${name}`);

const layers = {
  plugins: { boundaries },
  settings: {
    'import/resolver': { typescript: { noWarnOnMultipleProjects: true, project: ['tsconfig.json'] } },
    'boundaries/elements': Object.keys(mayImport).map((type) => ({ type, pattern: folderOf(type) })),
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        message:
          'This folder may not import that one (table `mayImport` in eslint.config.js). Move the shared part to contract, or pass the value in.',
        policies: [
          { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ...Object.entries(mayImport).map(([from, others]) => ({
            from: { element: { type: from } },
            allow: { to: { element: { types: { anyOf: [from, ...others] } } } },
          })),
        ],
      },
    ],
    'boundaries/no-unknown-files': 'error',
  },
};

const noPackages = (names, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: `^(?:${names.join('|')})$`, message }] }],
});

export default ts.config(
  {
    ignores: [
      'node_modules',
      'out',
      'dist',
      'resources/built',
      'test-results',
      'playwright-report',
      '.cache',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte', '**/*.svelte.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
      ],
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // The language's index signatures are read with brackets, as `noPropertyAccessFromIndexSignature` would have it.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true }],
    },
  },
  svelte.configs['flat/recommended'],
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // A literal style attribute violates the CSP; a style directive does not.
      'svelte/prefer-style-directive': 'error',
      'svelte/no-inline-styles': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': [
        'error',
        { destructuring: 'all', excludedRunes: ['$props', '$derived', '$state', '$bindable'] },
      ],
      // Maps here are built inside one `$derived` and replaced whole, never changed.
      'svelte/prefer-svelte-reactivity': 'off',
      // A window has one page: its links lead to blocks, not to routes.
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  { files: ['src-main/**/*.ts', 'src-renderer/**/*.{ts,svelte}'], ...layers },
  {
    files: ['src-main/contract/**'],
    rules: noPackages(
      ['node:.*', 'electron', 'better-sqlite3', 'svelte(?:/.*)?'],
      'The contract runs on both sides: no Node, Electron, SQL or Svelte here.',
    ),
  },
  {
    files: ['src-main/{compile,briefing,delegate,cli}/**'],
    rules: noPackages(
      ['electron', 'svelte(?:/.*)?'],
      'This folder runs in plain Node: Electron belongs to src-main/app.',
    ),
  },
  {
    files: ['src-main/app/**'],
    rules: noPackages(
      ['svelte(?:/.*)?', 'better-sqlite3'],
      'Windows belong to src-renderer, SQL to briefing and delegate.',
    ),
  },
  {
    files: ['src-renderer/**'],
    languageOptions: { globals: globals.browser },
    rules: noPackages(
      ['node:.*', 'electron', 'better-sqlite3'],
      'A window reaches the outside only through the bridge of its preload.',
    ),
  },
  { files: ['**/*.mjs', '**/*.cjs', '*.js', '*.config.ts'], languageOptions: { globals: globals.node } },
  // Their functions run partly in the app's pages.
  { files: ['tests/**/*.mjs'], languageOptions: { globals: globals.browser } },
  {
    files: ['*.config.ts', 'tests/**/*.ts'],
    rules: { '@typescript-eslint/explicit-function-return-type': 'off' },
  },
  { files: ['*.config.ts'], extends: [ts.configs.disableTypeChecked] },
);
