import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { z } from 'zod';
import { flashAnswerSchema, flashListSchema, receiptAnswerSchema, receiptListSchema } from '@/lib/protocol/answers';
import { flashTemplateSchema, recipientCountsSchema, type CreateFlash } from '@/lib/protocol/flash';
import { request } from './http';

/** Cache keys of everything about flash messages. */
export const flashKeys = {
  all: ['flash'] as const,
  history: ['flash', 'history'] as const,
  receipts: (flashId: string) => ['flash', 'receipts', flashId] as const,
  recipients: ['flash', 'recipients'] as const,
  templates: ['flash', 'templates'] as const,
};

/** All flash messages with their counts, newest first, page by page. Kept current by the stream. */
export const flashHistoryQuery = infiniteQueryOptions({
  queryKey: flashKeys.history,
  queryFn: ({ pageParam, signal }) =>
    request(`/api/flash${pageParam ? `?before=${encodeURIComponent(pageParam)}` : ''}`, flashListSchema, { signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.nextCursor,
});

/** Who got, saw and acknowledged one flash. Kept current by the stream. */
export function flashReceiptsQuery(flashId: string) {
  return queryOptions({
    queryKey: flashKeys.receipts(flashId),
    queryFn: ({ signal }) => request(`/api/flash/${encodeURIComponent(flashId)}/receipts`, receiptListSchema, { signal }),
  });
}

/** How many people each role has, for the composer's recipient count. */
export const recipientsQuery = queryOptions({
  queryKey: flashKeys.recipients,
  queryFn: ({ signal }) => request('/api/flash/recipients', recipientCountsSchema, { signal }),
});

/** The kept texts of the composer. */
export const templatesQuery = queryOptions({
  queryKey: flashKeys.templates,
  queryFn: ({ signal }) => request('/api/flash/templates', z.object({ items: z.array(flashTemplateSchema) }), { signal }),
});

/** Sends or schedules a flash. Repeating the same `clientMsgId` sends it once. */
export function sendFlash(flash: CreateFlash) {
  return request('/api/flash', flashAnswerSchema, { method: 'POST', body: flash });
}

/** Takes a live flash off every bar. */
export function recallFlash(flashId: string) {
  return request(`/api/flash/${encodeURIComponent(flashId)}/recall`, flashAnswerSchema, { method: 'POST', body: {} });
}

/** Cancels a scheduled flash before it goes live. */
export function cancelFlash(flashId: string) {
  return request(`/api/flash/${encodeURIComponent(flashId)}/cancel`, flashAnswerSchema, { method: 'POST', body: {} });
}

/** Records one's own receipt. Repeating it changes nothing. */
export function markFlash(flashId: string, step: 'delivered' | 'displayed' | 'ack', body: { note?: string } = {}) {
  return request(`/api/flash/${encodeURIComponent(flashId)}/${step}`, receiptAnswerSchema, { method: 'POST', body });
}

/** Keeps a text for the composer. */
export function saveTemplate(template: Record<string, unknown>) {
  return request('/api/flash/templates', z.object({ template: flashTemplateSchema }), { method: 'POST', body: template });
}

/** Drops a kept text. */
export function deleteTemplate(templateId: string) {
  return request(`/api/flash/templates/${encodeURIComponent(templateId)}`, z.object({ id: z.string() }), { method: 'DELETE' });
}
