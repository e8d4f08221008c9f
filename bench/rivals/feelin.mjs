// What a JavaScript developer gets: npm's feelin, each text compiled once and evaluated over rows like those of bench/expr.cpp.
import { evaluate, parseExpression } from "feelin";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const TIMES = 20_000;
const version = JSON.parse(readFileSync(join(dirname(fileURLToPath(import.meta.resolve("feelin"))), "..", "package.json"))).version;

const numbers = (name, step) => Array.from({ length: 16 }, (_, i) => ({ [name]: i * step }));
const owners = ["00000000-0000-0000-0000-000000000000", "00000000-0000-0000-0000-000000000001"];
const cases = [
  ["amount > 50000", numbers("amount", 10_000)],
  ['owner = me and sensitivity <= 50 and tier = "A"',
    Array.from({ length: 16 }, (_, i) => ({ owner: owners[i % 2], me: owners[i >> 3], sensitivity: i * 5, tier: "ABC"[i % 3] }))],
  ["count([12, 250, 31, 44, 99, 105, 7, 68, 73, 140][item > least]) = 4", numbers("least", 10)],
];

let sink = 0;
for (const [text, rows] of cases) {
  const measure = () => {
    const start = process.cpuUsage();
    for (let i = 0; i < TIMES; ++i) sink += evaluate(text, rows[i % 16]).value === true;
    const { user, system } = process.cpuUsage(start);
    return (user + system) / TIMES;
  };
  measure();
  console.log(`| feelin ${version}: \`${text}\`, read anew each time | | ${measure().toFixed(1)} µs | | |`);
}
const start = process.cpuUsage();
for (let i = 0; i < TIMES; ++i) sink += parseExpression(cases[0][0], {}).length;
console.log(`| feelin ${version}: reading \`${cases[0][0]}\` alone | | ${(process.cpuUsage(start).user / TIMES).toFixed(1)} µs | | |`);
