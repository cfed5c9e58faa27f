import { isNode, walk, type SyntaxNode } from './syntax.ts';

/** Where a source file reaches out of itself. */
export interface ImportStatement {
  readonly specifier: string;
  readonly start: number;
  /** `import type`, erased before anything runs. */
  readonly typeOnly: boolean;
}

/** Every import, re-export, dynamic import with a plain string, `import('x').T` and `require('x')`. */
export const importStatements = (program: SyntaxNode): readonly ImportStatement[] => {
  const found: ImportStatement[] = [];
  walk(program, (node) => {
    const source = sourceOf(node);
    const specifier = isNode(source) ? source['value'] : null;
    if (typeof specifier !== 'string') return;
    found.push({ specifier, start: node.start, typeOnly: isTypeOnly(node) });
  });
  return found;
};

const sourceOf = (node: SyntaxNode): unknown => {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return node['source'];
    case 'CallExpression': {
      const callee = node['callee'];
      const isRequire = isNode(callee) && callee['name'] === 'require';
      return isRequire ? (node['arguments'] as readonly unknown[])[0] : null;
    }
    default:
      return null;
  }
};

const isTypeOnly = (node: SyntaxNode): boolean => {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type')
    return true;
  const specifiers = node['specifiers'];
  if (!Array.isArray(specifiers) || specifiers.length === 0) return false;
  return specifiers.every(
    (one) => isNode(one) && (one['importKind'] === 'type' || one['exportKind'] === 'type'),
  );
};
