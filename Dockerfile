FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY tsconfig.json build.js bundle.js ./
COPY src ./src
COPY adapters ./adapters
COPY knowledge ./knowledge
RUN node build.js

FROM node:24.21.0-bookworm-slim AS modules
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24.21.0-bookworm-slim
LABEL org.opencontainers.image.title="dockercon-bot" \
      org.opencontainers.image.description="Answers questions about DockerCon keynotes with verbatim, cited excerpts from Markdown notes" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production
WORKDIR /app
COPY --from=modules /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY package.json ./
COPY adapters/web/public ./adapters/web/public
COPY knowledge ./knowledge
# A number, so that Kubernetes can see that it is not root. The user owns nothing here: all it needs is to read.
USER 65532:65532
# Asks /livez where the bot listens at a port; else, sees whether its notes can be read.
HEALTHCHECK --interval=30s --timeout=10s --start-period=60s --retries=3 \
  CMD node dist/adapters/main.js healthcheck || exit 1
CMD ["node", "dist/adapters/main.js", "start"]
