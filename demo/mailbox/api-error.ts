/**
 * Resend's errors with their status and message.
 * https://resend.com/docs/api-reference/errors
 */
const ERRORS = {
  concurrent_idempotent_requests: [
    409,
    'Same idempotency key used while original request is still in progress.',
  ],
  daily_quota_exceeded: [429, 'You have reached your daily email sending quota.'],
  invalid_api_key: [403, 'API key is invalid.'],
  invalid_attachment: [422, 'Attachment must have either a `content` or `path`.'],
  invalid_idempotency_key: [400, 'The key must be between 1-256 chars.'],
  invalid_idempotent_request: [409, 'Same idempotency key used with a different request payload.'],
  method_not_allowed: [405, 'Method is not allowed for the requested path.'],
  missing_api_key: [401, 'Missing API key in the authorization header.'],
  missing_required_field: [422, 'The request body is missing one or more required fields.'],
  monthly_quota_exceeded: [429, 'You have reached your monthly email sending quota.'],
  not_found: [404, 'The requested endpoint does not exist.'],
  rate_limit_exceeded: [
    429,
    'Too many requests. Please limit the number of requests per second. Or contact support to increase rate limit.',
  ],
  restricted_api_key: [401, 'This API key is restricted to only send emails.'],
  validation_error: [422, 'We found an error with one or more fields in the request.'],
} as const satisfies Record<string, readonly [number, string]>

export type ApiErrorName = keyof typeof ERRORS

export type ApiError = { statusCode: number; message: string; name: ApiErrorName }

/** An error as Resend answers it; `message` and `statusCode` replace the usual ones. */
export function apiError(name: ApiErrorName, message?: string, statusCode?: number): ApiError {
  const [usualStatus, usualMessage] = ERRORS[name]
  return { statusCode: statusCode ?? usualStatus, message: message ?? usualMessage, name }
}

/** The error in the form that the SDK reads. */
export function refuse(error: ApiError, headers: Record<string, string> = {}): Response {
  return Response.json(error, { status: error.statusCode, headers })
}
