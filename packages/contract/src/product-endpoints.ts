import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { catalogue, productVersionFacts } from './product-schemas.ts';
import { deskSlug, id, lineText } from './schemas.ts';

const inDesk = z.object({ desk: deskSlug });
const ofProduct = inDesk.extend({ productId: id });
const changed = z.object({ productId: id, version: z.number().int() });
const versionChanged = changed.extend({ productVersionId: id });

/** Products of the vendor and their versions. */
export const productEndpoints = {
  getProducts: endpoint({
    id: 'getProducts',
    method: 'GET',
    path: '/api/desks/{desk}/products',
    permission: 'staff',
    params: inDesk,
    summary: 'The catalogue: products with their versions and how each is supported today.',
    reply: catalogue,
  }),
  createProduct: endpoint({
    id: 'createProduct',
    method: 'POST',
    path: '/api/desks/{desk}/products',
    permission: 'lead',
    params: inDesk,
    idempotent: true,
    status: 201,
    summary: 'Add a product to the catalogue.',
    body: z.strictObject({ name: lineText(200) }),
    reply: changed,
  }),
  changeProduct: endpoint({
    id: 'changeProduct',
    method: 'PATCH',
    path: '/api/desks/{desk}/products/{productId}',
    permission: 'lead',
    params: ofProduct,
    versioned: true,
    summary: 'Rename a product that nothing names yet, retire it or bring it back. What is not named stays.',
    body: z.strictObject({ name: lineText(200).optional(), retired: z.boolean().optional() }),
    reply: changed,
  }),
  createProductVersion: endpoint({
    id: 'createProductVersion',
    method: 'POST',
    path: '/api/desks/{desk}/products/{productId}/versions',
    permission: 'lead',
    params: ofProduct,
    idempotent: true,
    status: 201,
    summary: 'Add a version to a product.',
    body: productVersionFacts,
    reply: versionChanged,
  }),
  changeProductVersion: endpoint({
    id: 'changeProductVersion',
    method: 'PATCH',
    path: '/api/desks/{desk}/products/{productId}/versions/{productVersionId}',
    permission: 'lead',
    params: ofProduct.extend({ productVersionId: id }),
    versioned: true,
    summary: 'Write a version anew: all of its facts. The version in If-Match is the product’s.',
    body: productVersionFacts,
    reply: versionChanged,
  }),
} as const;
