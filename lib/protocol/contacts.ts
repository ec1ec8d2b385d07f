import { z } from 'zod';

/** Marks what only those may read who hold `contacts.read`: private persons’ names and telephone numbers. */
const contacts = z.registry<{ readonly private: true }>();

/** A private person’s name, number or words. Null where nobody gave it, and to all who may not read it. */
export function contactField() {
  return z.string().nullable().register(contacts, { private: true });
}

/** Where the private fields of a schema are. */
type Plan = 'private' | { readonly fields: ReadonlyMap<string, Plan> } | { readonly items: Plan };

const plans = new WeakMap<z.core.$ZodType, Plan | 'none'>();

/** A value of a schema as somebody gets it who may not read contacts: the same, with its private fields null. */
export function withoutContacts<T, A extends T>(schema: z.ZodType<T>, value: A): A {
  const plan = planOf(schema);
  return plan === 'none' ? value : (clear(plan, value) as A);
}

/** Whether a schema has private fields at all. */
export function hasContacts(schema: z.ZodType): boolean {
  return planOf(schema) !== 'none';
}

function planOf(schema: z.core.$ZodType): Plan | 'none' {
  const known = plans.get(schema);
  if (known) return known;
  const made = makePlan(schema);
  plans.set(schema, made);
  return made;
}

function makePlan(schema: z.core.$ZodType): Plan | 'none' {
  if (contacts.has(schema)) return 'private';
  if (schema instanceof z.ZodObject) {
    const fields = new Map<string, Plan>();
    for (const [name, field] of Object.entries<z.core.$ZodType>(schema.shape)) {
      const plan = planOf(field);
      if (plan !== 'none') fields.set(name, plan);
    }
    return fields.size > 0 ? { fields } : 'none';
  }
  if (schema instanceof z.ZodArray) {
    const items = planOf(schema.element);
    return items === 'none' ? 'none' : { items };
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return planOf(schema.unwrap());
  return 'none';
}

function clear(plan: Plan, value: unknown): unknown {
  if (plan === 'private') return null;
  if ('items' in plan) return Array.isArray(value) ? value.map((item) => clear(plan.items, item)) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => {
    const inner = plan.fields.get(name);
    return [name, inner === undefined ? field : clear(inner, field)];
  }));
}
