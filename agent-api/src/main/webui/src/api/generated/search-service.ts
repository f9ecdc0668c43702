// Generated from docs/openapi/search-service.json by `npm run generate`.

export interface paths {
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Some lines of a document */
        get: operations["readDocument"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Documents that match a query, best first */
        post: operations["search"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sources one may read; for admins all of them */
        get: operations["listSources"];
        put?: never;
        /** Connects a source (admins) */
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One source */
        get: operations["getSource"];
        put?: never;
        post?: never;
        /** Disconnects a source and forgets its documents (admins) */
        delete: operations["deleteSource"];
        options?: never;
        head?: never;
        /** Changes name, folder or access (admins) */
        patch: operations["changeSource"];
        trace?: never;
    };
    "/api/sources/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How a source stands (admins) */
        get: operations["getSourceStatus"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reads the whole source again, every file of it (admins) */
        post: operations["syncSource"];
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
        /** @description Either `everyone: true`, or `members` and `groups`; an empty list names nobody. */
        Access: {
            /** @description True, or absent. */
            everyone?: boolean;
            /** @description Ids of members. */
            members?: string[] | null;
            /** @description Ids of groups. */
            groups?: string[] | null;
        };
        Document: {
            id: components["schemas"]["UUID"];
            title: string;
            sourceId: components["schemas"]["UUID"];
            /** @description The lines asked for, at most 64 KiB. */
            text: string;
            /**
             * Format: int32
             * @description Number of the first line of `text`, from 1.
             */
            from: number;
            /**
             * Format: int32
             * @description How many lines `text` holds; the next ones start at `from` + `lines`.
             */
            lines: number;
            /** Format: int32 */
            totalLines: number;
            /** @description Whether 64 KiB ended the text before the lines asked for did. */
            truncated: boolean;
            metadata: components["schemas"]["DocumentMetadata"];
        };
        DocumentMetadata: {
            /** @description Where it lies inside its source. */
            path: string;
            /**
             * Format: int64
             * @description Bytes.
             */
            size: number;
            /**
             * @description As the search operator `type:` takes it.
             * @example md
             */
            type: string;
            updatedAt: components["schemas"]["Instant"];
            /** @description SHA-256 of the file, in hexadecimal. */
            hash: string;
        };
        FolderConfig: {
            /**
             * @description An absolute path on the server, under one of the folders that the setting NIGHTSHIFT_SOURCE_ROOTS allows.
             * @example /srv/handbook
             */
            path: string;
        };
        /**
         * Format: date-time
         * @example 2022-03-10T16:15:50Z
         */
        Instant: string;
        Mark: {
            /**
             * Format: int32
             * @description First UTF-16 unit of the hit.
             */
            from: number;
            /**
             * Format: int32
             * @description First UTF-16 unit after it.
             */
            to: number;
        };
        NewSource: {
            /** @example Handbook */
            name: string;
            /** @enum {string} */
            kind: "folder";
            config: components["schemas"]["FolderConfig"];
            access: components["schemas"]["Access"];
        };
        PageSourceView: {
            items: components["schemas"]["Source"][];
            nextCursor: string | null;
        };
        SearchCall: {
            /**
             * @description Words, `"phrases"`, `-without`, `in:source` (name or id), `type:md`, `before:2026-01-01` and `after:2026-01-01`. Without words: the newest documents first.
             * @example "daily digest" in:docs type:md -draft
             */
            query: string;
            /** @description Only these sources; an empty list finds nothing. */
            sourceIds?: string[] | null;
            /**
             * Format: int32
             * @description Items a page.
             * @default 50
             */
            limit?: number;
            /** @description `nextCursor` of the page before, sent with the same query and sourceIds. */
            cursor?: string | null;
        };
        SearchResult: {
            documentId: components["schemas"]["UUID"];
            sourceId: components["schemas"]["UUID"];
            title: string;
            /** @description Plain text around the hits, on one line. */
            snippet: string;
            /** @description The hit words of `snippet`. */
            marks: components["schemas"]["Mark"][];
            /** Format: float */
            score: number;
            /**
             * Format: uri
             * @description Where the document can be seen outside; folders have no such place.
             */
            url?: string;
            updatedAt: components["schemas"]["Instant"];
        };
        SearchResults: {
            items: components["schemas"]["SearchResult"][];
            /**
             * Format: int64
             * @description How many documents match, on all pages.
             */
            total: number;
            nextCursor: string | null;
        };
        Source: {
            id: components["schemas"]["UUID"];
            name: string;
            /** @enum {string} */
            kind: "folder";
            /** @description For admins. */
            config?: components["schemas"]["FolderConfig"];
            /** @description For admins. */
            access?: components["schemas"]["Access"];
            /** @description For admins. */
            createdAt?: components["schemas"]["Instant"];
            /** @description For admins. */
            updatedAt?: components["schemas"]["Instant"];
        };
        SourcePatch: {
            name?: string;
            config?: components["schemas"]["FolderConfig"];
            access?: components["schemas"]["Access"];
        };
        /** @enum {string} */
        SourceState: "pending" | "syncing" | "ready" | "failed";
        SourceStatus: {
            sourceId: components["schemas"]["UUID"];
            state: components["schemas"]["SourceState"];
            /**
             * Format: int64
             * @description How many documents it has now.
             */
            documents: number;
            /**
             * Format: int64
             * @description Files of a known type that are too large or cannot be read, and folders likewise.
             */
            skipped: number;
            /** @description When the source was last found to be in step. */
            lastSyncAt?: components["schemas"]["Instant"];
            /** @description Why the last sync failed; only in state `failed`. */
            error?: string;
        };
        /** Format: uuid */
        UUID: string;
        /**
         * @description What went wrong (RFC 9457)
         * @example {
         *       "type": "urn:nightshift:problem:invalid",
         *       "title": "Invalid input",
         *       "status": 400,
         *       "detail": "limit: must be a whole number from 1 to 200",
         *       "errors": [
         *         {
         *           "field": "limit",
         *           "message": "must be a whole number from 1 to 200"
         *         }
         *       ]
         *     }
         */
        Problem: {
            /**
             * Format: uri
             * @description The kind of problem; clients may tell kinds apart by it
             */
            type: string;
            /** @description The kind of problem in words */
            title: string;
            /**
             * Format: int32
             * @description The status of the answer
             */
            status: number;
            /** @description What happened this time, for people */
            detail: string;
            /** @description Every fault of the input at once; absent where there is none to name */
            errors?: components["schemas"]["FieldError"][];
        };
        /** @description One fault of the input */
        FieldError: {
            /** @description As it was sent; nested fields with dots */
            field: string;
            /** @description What it must be */
            message: string;
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
                 *       "type": "urn:nightshift:problem:invalid",
                 *       "title": "Invalid input",
                 *       "status": 400,
                 *       "detail": "limit: must be a whole number from 1 to 200",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be a whole number from 1 to 200"
                 *         }
                 *       ]
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
                 *       "type": "urn:nightshift:problem:unauthorized",
                 *       "title": "Not signed in",
                 *       "status": 401,
                 *       "detail": "Sign in first."
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
                 *       "type": "urn:nightshift:problem:forbidden",
                 *       "title": "Not allowed",
                 *       "status": 403,
                 *       "detail": "Your account may not do this."
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
                 *       "type": "urn:nightshift:problem:not-found",
                 *       "title": "Not found",
                 *       "status": 404,
                 *       "detail": "There is no such agent."
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
                 *       "type": "urn:nightshift:problem:conflict",
                 *       "title": "Conflict",
                 *       "status": 409,
                 *       "detail": "This Idempotency-Key was used with another body."
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
                 *       "type": "urn:nightshift:problem:precondition-failed",
                 *       "title": "Changed meanwhile",
                 *       "status": 412,
                 *       "detail": "Somebody else changed it: version 4 is current."
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
                 *       "type": "urn:nightshift:problem:too-large",
                 *       "title": "Too large",
                 *       "status": 413,
                 *       "detail": "The body is too large."
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
                 *       "type": "urn:nightshift:problem:unsupported-media-type",
                 *       "title": "Media type not supported",
                 *       "status": 415,
                 *       "detail": "This call does not read a body of this media type."
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
                 *       "type": "urn:nightshift:problem:too-many-requests",
                 *       "title": "Too many requests",
                 *       "status": 429,
                 *       "detail": "Try again in a minute."
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
                 *       "type": "urn:nightshift:problem:unavailable",
                 *       "title": "Not available now",
                 *       "status": 503,
                 *       "detail": "The database does not answer at the moment."
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
                 *       "type": "urn:nightshift:problem:invalid",
                 *       "title": "Invalid input",
                 *       "status": 400,
                 *       "detail": "limit: must be a whole number from 1 to 200",
                 *       "errors": [
                 *         {
                 *           "field": "limit",
                 *           "message": "must be a whole number from 1 to 200"
                 *         }
                 *       ]
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
    readDocument: {
        parameters: {
            query?: {
                /** @description The first line wanted, from 1. */
                from?: number;
                /** @description How many lines at most. */
                lines?: number;
            };
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["Document"];
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
    search: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SearchCall"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResults"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    listSources: {
        parameters: {
            query?: {
                /** @description `nextCursor` of the page before; absent for the first page. */
                cursor?: string;
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
                    "application/json": components["schemas"]["PageSourceView"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: {
                /** @description A text of the caller's choice. A repeat within 24 hours with the same key and body gets the first answer and does nothing again; with another body it is a 409. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSource"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    getSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["Source"];
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
    deleteSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
            "4XX": components["responses"]["Refused"];
        };
    };
    changeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SourcePatch"];
                "application/merge-patch+json": components["schemas"]["SourcePatch"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Source"];
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
    getSourceStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
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
                    "application/json": components["schemas"]["SourceStatus"];
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
    syncSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: components["schemas"]["UUID"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceStatus"];
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
