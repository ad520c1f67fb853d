/** A rule kind that is not listed, or has no file of its own, fails here. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ruleSchema } from '../../../../core/movement/rule.ts';
import { COMPOSERS, RULES } from '../../../../core/score/rules/registry.ts';

const HELPERS = ['compiled-rule', 'composer', 'registry'];

describe('rule registry', () => {
  it('knows every kind the schema knows, one a file', () => {
    const files = readdirSync(new URL('../../../../core/score/rules', import.meta.url))
      .map((name) => name.replace('.ts', ''))
      .filter((name) => !HELPERS.includes(name));
    const listed = [...Object.keys(RULES), ...Object.keys(COMPOSERS)].sort();
    expect(listed).toEqual(files.sort());
    expect(listed).toEqual(kindsOfSchema().sort());
  });
});

interface Kind {
  readonly shape: { readonly kind: { readonly def: { readonly values: readonly string[] } } };
}

function kindsOfSchema(): string[] {
  const lazy = ruleSchema as unknown as { _zod: { innerType: { def: { options: readonly Kind[] } } } };
  return lazy._zod.innerType.def.options.flatMap(({ shape }) => shape.kind.def.values);
}
