import { expect, test } from 'vitest';
import { statementText } from './statement-text';

const text = (sql: string) => statementText(sql, 120);

test.each([
  ["SELECT * FROM users WHERE email = 'secret@example.org' AND age > 41", 'SELECT * FROM users WHERE email = ? AND age > ?'],
  ['select "a secret name" from t where x = $1 and y=$22', 'select "a secret name" from t where x = $1 and y=$22'],
  ["UPDATE t SET x = E'it\\'s a secret' WHERE id=7", 'UPDATE t SET x = ? WHERE id=?'],
  ["UPDATE t SET x = 'it''s a secret', y = 1.5e10", 'UPDATE t SET x = ?, y = ?'],
  ['INSERT INTO t VALUES ($$secret $1 text$$, $tag$ more $$ secret $tag$, 0xff)', 'INSERT INTO t VALUES (?, ?, ?)'],
  ["/* user='secret' */ SELECT 1 -- secret\nFROM t", 'SELECT ? FROM t'],
  ["SELECT 1 /* a /* b */ secret */ FROM t", 'SELECT ?'],
  ["(SELECT U&'secret', B'101', x'ff')", '(SELECT U&?, B?, x?)'],
  ["  with  x as (\n select 1)\tselect * from x", 'with x as ( select ?) select * from x'],
])('values do not stay: %s', (sql, shown) => {
  expect(text(sql)).toBe(shown);
});

test.each(["SELECT 'open secret", 'SELECT $$open secret', "SELECT E'open secret\\", 'SELECT 1 /* open secret', 'SELECT $a$ secret $b$ secret'])('a text that was cut in the middle of a value shows nothing of it: %s', (sql) => {
  expect(text(sql)).not.toMatch(/secret/);
});

test.each([
  ["ALTER ROLE bob PASSWORD 'secret'", 'ALTER ROLE …'],
  ['COPY t FROM secret', 'COPY t …'],
  ['BEGIN', 'BEGIN …'],
  ['', 'A statement …'],
])('what is no query is named only: %s', (sql, shown) => {
  expect(text(sql)).toBe(shown);
});

test('it is cut to its length', () => {
  const shown = text(`SELECT ${'column_name, '.repeat(40)} FROM t`);
  expect(shown).toHaveLength(120);
  expect(shown).toMatch(/^SELECT column_name, .*…$/);
});
