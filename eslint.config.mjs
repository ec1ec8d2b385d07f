import next from 'eslint-config-next/core-web-vitals';
import nextTypescript from 'eslint-config-next/typescript';
import { textIndex } from './scripts/lint/text-index.mjs';

const config = [
  { ignores: ['node_modules/', '.next*/', '.watchroom*/', 'lib/server/generated/', 'public/', 'test-results/', 'artifacts/'] },
  ...next,
  ...nextTypescript,
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'TSAsExpression > TSAsExpression',
          message: 'A double cast hides a type error. Parse the value with a schema instead.',
        },
      ],
      eqeqeq: 'error',
    },
  },
  // One door to the log, so that nothing from outside gets there as it is: lib/core/log.ts.
  { files: ['lib/**', 'app/**', 'components/**', 'stores/**', 'instrumentation.ts'], ignores: ['lib/core/log.ts', 'components/layout/page-failed.tsx', '**/*.test.ts'], rules: { 'no-console': 'error' } },
  // What comes from outside is text, and any text may be a key's name that every object has.
  {
    files: ['app/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'lib/**/*.{ts,tsx}', 'stores/**/*.{ts,tsx}', 'local/**/*.ts'],
    ignores: ['lib/core/own-value.ts', '**/*.test.ts', '**/testing/**'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { watchroom: { rules: { 'text-index': textIndex } } },
    rules: { 'watchroom/text-index': 'error' },
  },
  // Fixtures of the tests are called use…, too; they are no hooks of React's.
  { files: ['e2e/**', 'testing/**', '**/*.int.test.ts', '**/*.sys.test.ts', '**/*.load.test.ts'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
];

export default config;
