import { responseHeaders } from "../../src/site/response-headers.ts";

/**
 * A response as the site's own server would send it: isolated from other origins and under its policy, wherever it came
 * from. Takes the body over; a response that cannot be copied (an error, a redirect that the browser follows) is handed on.
 *
 * @param path of the address that was asked for, which decides the policy
 */
export function withHeaders(response: Response, path: string): Response {
  if (response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(responseHeaders(path))) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
