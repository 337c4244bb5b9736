import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** An import that a folder must not make, with the sentence that the author of such an import reads. */
const refuse = (files, ...patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: patterns.map(([regex, message]) => ({ regex, message })) }] },
});

const SOCKET = ['^socket\\.io-client', 'Only src/live knows the socket.'];
const FEATURES = ['^@/features/', 'A feature never imports another: compose them in src/app.'];
const APP = ['^@/app(/|$)', 'Only src/app and src/main know the shell.'];
const UPWARDS = ['^\\.\\./', 'Import files of another folder by @/, files of this folder by ./'];
const DOMAIN = ['^@/(api|live|domain|features|app)(/|$)', 'The design system knows no domain.'];
const REACT = [
  '^(react|react-dom)(/|$)',
  'apply() and its neighbours are plain functions; hooks live in src/live/react.',
];

const noFetch = {
  'no-restricted-globals': [
    'error',
    { name: 'fetch', message: 'Only src/api fetches.' },
    { name: 'XMLHttpRequest', message: 'Only src/api fetches.' },
  ],
};

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
      hooks.configs.flat['recommended-latest'],
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/only-throw-error': [
        'error',
        { allow: [{ from: 'package', package: '@tanstack/router-core', name: ['Redirect', 'NotFoundError'] }] },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      // The virtualised list is the one caller that the compiler's lint can't follow; it is not memoised.
      'react-hooks/incompatible-library': 'off',
    },
  },
  {
    files: ['public/*.js'],
    languageOptions: { globals: { document: 'readonly', localStorage: 'readonly', matchMedia: 'readonly' } },
  },
  { files: ['src/{ui,domain,live,features,app}/**/*.{ts,tsx}'], rules: noFetch },
  refuse(['src/domain/**/*.{ts,tsx}'], SOCKET, FEATURES, APP),
  refuse(['src/ui/**/*.{ts,tsx}'], SOCKET, DOMAIN),
  refuse(['src/api/**/*.{ts,tsx}'], SOCKET, FEATURES, APP, ['^@/(live|ui)/', 'src/api stands alone.']),
  refuse(['src/live/**/*.{ts,tsx}'], FEATURES, APP, REACT, ['^@/ui/', 'src/live has no looks.']),
  refuse(['src/live/react.tsx'], FEATURES, APP),
  refuse(['src/features/**/*.{ts,tsx}'], SOCKET, FEATURES, APP, UPWARDS),
  refuse(['src/app/**/*.{ts,tsx}'], SOCKET),
);
