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
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        get: {
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
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: string;
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
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        post: {
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
                    "application/json": components["schemas"]["com.fasterxml.jackson.databind.JsonNode"];
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
                /** @description Bad Request */
                400: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        get: {
            parameters: {
                query?: {
                    cursor?: string;
                    limit?: string;
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
                /** @description Not Authorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Allowed */
                403: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
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
        "com.fasterxml.jackson.databind.JsonNode": Record<string, never>;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
