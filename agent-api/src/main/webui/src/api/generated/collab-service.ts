// Generated from docs/openapi/collab-service.json by `npm run generate`.

export interface paths {
    "/api/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sessions that the caller may see, newest first */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One session */
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Events after a number, ascending */
        get: operations["listSessionEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Post a message; the same clientId again gives the same messageId */
        post: operations["postMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sessions/{id}/queue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The messages that no run has taken yet, oldest first */
        get: operations["listQueue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Format: uuid */
        AgentId: string;
        /** @enum {string} */
        AgentType: "user" | "org";
        Author: {
            memberId?: components["schemas"]["MemberId"];
            name?: string;
        };
        /** @description One fault of the input */
        FieldError: {
            /** @description As it was sent; nested fields with dots */
            field: string;
            /** @description What it must be */
            message: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        /** Format: uuid */
        MemberId: string;
        MessagePosting: {
            clientId: string;
            mode?: components["schemas"]["Mode"];
            /** @description At most 64 KiB */
            text: string;
        };
        /** @enum {string} */
        Mode: "queue";
        PostedMessage: {
            messageId: components["schemas"]["UUID"];
        };
        /**
         * @description What went wrong (RFC 9457)
         * @example {
         *       "detail": "limit: must be a whole number from 1 to 200",
         *       "errors": [
         *         {
         *           "field": "limit",
         *           "message": "must be a whole number from 1 to 200"
         *         }
         *       ],
         *       "status": 400,
         *       "title": "Invalid input",
         *       "type": "urn:nightshift:problem:invalid"
         *     }
         */
        Problem: {
            /** @description What happened this time, for people */
            detail: string;
            /** @description Every fault of the input at once; absent where there is none to name */
            errors?: components["schemas"]["FieldError"][];
            /**
             * Format: int32
             * @description The status of the answer
             */
            status: number;
            /** @description The kind of problem in words */
            title: string;
            /**
             * Format: uri
             * @description The kind of problem; clients may tell kinds apart by it
             */
            type: string;
        };
        /** @enum {string} */
        Role: "viewer" | "owner";
        /** Format: uuid */
        RunId: string;
        Session: {
            /** @description The run that is due or under way. */
            activeRunId?: components["schemas"]["RunId"];
            agentId: components["schemas"]["AgentId"];
            agentName?: string;
            agentType?: components["schemas"]["AgentType"];
            createdAt: components["schemas"]["Instant"];
            /**
             * Format: int64
             * @description The number of the last event, 0 for none.
             */
            head: number;
            id: components["schemas"]["SessionId"];
            kind: components["schemas"]["SessionKind"];
            /** @description Who chats, or the creator of the agent; absent where it is the organisation's. */
            owner?: components["schemas"]["Author"];
            /** @description What the caller is to the session; an owner may post and stop. */
            role: components["schemas"]["Role"];
            /** @description The run that opened a background session. */
            runId?: components["schemas"]["RunId"];
            updatedAt: components["schemas"]["Instant"];
        };
        SessionEvent: {
            at: components["schemas"]["Instant"];
            /** @description Who spoke, of a message.posted */
            author?: components["schemas"]["Author"];
            /**
             * @description message.posted: messageId, clientId, text.
             *     run.queued: agentId, agentName, trigger, scheduledFor?, task?, actingFor. run.started: attempt, startedAt.
             *     model.answered: stepId, step, model, text, toolCalls [callId, tool, arguments], inputTokens, outputTokens,
             *     startedAt, durationMs. tool.started: stepId, step, tool, arguments. tool.completed: the same and status,
             *     result, startedAt, durationMs, counted.
             *     run.completed: endReason, summary, output, toolCalls, modelCalls, inputTokens, outputTokens, startedAt,
             *     durationMs. run.failed, run.cancelled: endReason, error, and what there is of the others.
             */
            data: {
                [key: string]: unknown;
            };
            id: string;
            runId?: components["schemas"]["RunId"];
            /**
             * Format: int64
             * @description 1, 2, 3, … without a gap
             */
            seq: number;
            /** @enum {string} */
            type: "message.posted" | "run.queued" | "run.started" | "run.completed" | "run.failed" | "run.cancelled" | "model.answered" | "tool.started" | "tool.completed";
        };
        SessionEventPage: {
            /**
             * Format: int64
             * @description The number of the last event of the log
             */
            head: number;
            items: components["schemas"]["SessionEvent"][];
        };
        /** Format: uuid */
        SessionId: string;
        /** @enum {string} */
        SessionKind: "background" | "chat";
        SessionPage: {
            items: components["schemas"]["Session"][];
            nextCursor: string | null;
        };
        /** Format: uuid */
        UUID: string;
        WaitingMessage: {
            author: components["schemas"]["Author"];
            clientId: string;
            messageId: components["schemas"]["UUID"];
            mode: components["schemas"]["Mode"];
            postedAt: components["schemas"]["Instant"];
            text: string;
        };
        WaitingMessagePage: {
            items: components["schemas"]["WaitingMessage"][];
            nextCursor: string | null;
        };
    };
    responses: {
        /** @description Malformed or invalid input; `errors` names every fault */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "limit: must be a whole number from 1 to 200",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be a whole number from 1 to 200"
                 *         }
                 *       ],
                 *       "status": 400,
                 *       "title": "Invalid input",
                 *       "type": "urn:nightshift:problem:invalid"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The current state does not allow it, or the Idempotency-Key had another body */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "This Idempotency-Key was used with another body.",
                 *       "status": 409,
                 *       "title": "Conflict",
                 *       "type": "urn:nightshift:problem:conflict"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The caller may see it and may not do this */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "Your account may not do this.",
                 *       "status": 403,
                 *       "title": "Not allowed",
                 *       "type": "urn:nightshift:problem:forbidden"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Absent, or not visible to the caller */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "There is no such agent.",
                 *       "status": 404,
                 *       "title": "Not found",
                 *       "type": "urn:nightshift:problem:not-found"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Another version is current */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "Somebody else changed it: version 4 is current.",
                 *       "status": 412,
                 *       "title": "Changed meanwhile",
                 *       "type": "urn:nightshift:problem:precondition-failed"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Any other refusal */
        Refused: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "limit: must be a whole number from 1 to 200",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be a whole number from 1 to 200"
                 *         }
                 *       ],
                 *       "status": 400,
                 *       "title": "Invalid input",
                 *       "type": "urn:nightshift:problem:invalid"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is too large */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "The body is too large.",
                 *       "status": 413,
                 *       "title": "Too large",
                 *       "type": "urn:nightshift:problem:too-large"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Too many requests */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "Try again in a minute.",
                 *       "status": 429,
                 *       "title": "Too many requests",
                 *       "type": "urn:nightshift:problem:too-many-requests"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not signed in */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "Sign in first.",
                 *       "status": 401,
                 *       "title": "Not signed in",
                 *       "type": "urn:nightshift:problem:unauthorized"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description Not available at the moment; nothing was done */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "The database does not answer at the moment.",
                 *       "status": 503,
                 *       "title": "Not available now",
                 *       "type": "urn:nightshift:problem:unavailable"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The body is of a media type that this call does not read */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "detail": "This call does not read a body of this media type.",
                 *       "status": 415,
                 *       "title": "Media type not supported",
                 *       "type": "urn:nightshift:problem:unsupported-media-type"
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /** @description Seconds after which a repeat is worth while */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listSessions: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listSessionEvents: {
        parameters: {
            query?: {
                /** @description The number of the last event that is known. */
                after?: number;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of the log */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionEventPage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    postMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagePosting"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PostedMessage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listQueue: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
                /** @description Items a page. */
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitingMessagePage"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
}
