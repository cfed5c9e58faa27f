import { z } from 'zod';
import type { Path } from '../problem.ts';
import { regulationFile } from './regulation-file.ts';

type Shape = z.core.$ZodType;

/** What stands one step further in; a union is looked through. */
const step = (shape: Shape, key: string | number): readonly Shape[] => {
  if (shape instanceof z.ZodOptional) return step(shape.unwrap(), key);
  if (shape instanceof z.ZodUnion) return shape.options.flatMap((option) => step(option, key));
  if (shape instanceof z.ZodRecord) return [shape.valueType];
  if (shape instanceof z.ZodArray) return [shape.element];
  if (!(shape instanceof z.ZodObject)) return [];
  const inner: Readonly<Record<string, Shape>> = shape.shape;
  const next = Object.hasOwn(inner, key) ? inner[key] : undefined;
  return next === undefined ? [] : [next];
};

const keysOf = (shape: Shape): readonly string[] => {
  if (shape instanceof z.ZodOptional) return keysOf(shape.unwrap());
  if (shape instanceof z.ZodUnion) return shape.options.flatMap(keysOf);
  return shape instanceof z.ZodObject ? Object.keys(shape.shape) : [];
};

/** Keys that may be written at a place of a regulation file, in the order of the shape. */
export const keysAt = (path: Path): readonly string[] => {
  let shapes: readonly Shape[] = [regulationFile];
  for (const key of path) shapes = shapes.flatMap((shape) => step(shape, key));
  return [...new Set(shapes.flatMap(keysOf))];
};
