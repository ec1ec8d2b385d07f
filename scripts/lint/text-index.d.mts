import type { Rule } from 'eslint';

export const textIndex: Rule.RuleModule;
