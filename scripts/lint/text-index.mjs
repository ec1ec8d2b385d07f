import ts from 'typescript';

/**
 * `record[text]` and `text in record`: a plain object also answers to "constructor" and "toString", which are no keys of
 * anybody's. A key whose type is any text may be one of them, so it is looked up in a Map or by `ownValue`.
 * Keys of a closed list (a union of literals), numbers and symbols are free.
 * @type {import('eslint').Rule.RuleModule}
 */
export const textIndex = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { index: 'A plain object has keys that nobody put there, such as "constructor". Look a text up in a Map or with ownValue of lib/core/own-value.' },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    if (!services?.program) throw new Error('The rule text-index needs type information: set parserOptions.projectService.');
    const checker = services.program.getTypeChecker();

    const isAnyText = (node) => parts(checker.getBaseConstraintOfType(services.getTypeAtLocation(node)) ?? services.getTypeAtLocation(node)).some((type) => type.flags & ts.TypeFlags.String);
    const isPlain = (node) => parts(checker.getNonNullableType(services.getTypeAtLocation(node))).some((type) => checker.getIndexInfosOfType(type).some(({ keyType }) => keyType.flags & ts.TypeFlags.String));

    return {
      'MemberExpression[computed=true]'(node) {
        // Deletes own keys only.
        if (node.parent.type === 'UnaryExpression' && node.parent.operator === 'delete') return;
        if (isAnyText(node.property) && isPlain(node.object)) context.report({ node, messageId: 'index' });
      },
      'BinaryExpression[operator="in"]'(node) {
        if (isAnyText(node.left)) context.report({ node, messageId: 'index' });
      },
    };
  },
};

function parts(type) {
  return type.isUnion() ? type.types : [type];
}
