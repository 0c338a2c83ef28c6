<?xml version="1.0" encoding="UTF-8"?>
<!-- The text of an act for the screen, straight from its Akoma Ntoso: units within units, each with its number
     and address. `prefix` keeps the anchors of two languages on one page apart, `level` is the heading level the
     first heads take, the others are the words for what could not be read. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:a="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:konak="urn:konak:lex:1"
    exclude-result-prefixes="a konak">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>
  <xsl:param name="prefix"/>
  <xsl:param name="level" select="2"/>
  <xsl:param name="too_long"/>
  <xsl:param name="not_text"/>
  <xsl:param name="legacy_font"/>
  <xsl:param name="not_read"/>

  <xsl:template match="/">
    <xsl:apply-templates select="a:akomaNtoso/a:act"/>
  </xsl:template>

  <xsl:template match="a:act">
    <xsl:if test="a:preamble"><p><xsl:for-each select="a:preamble/*">
      <xsl:if test="position() &gt; 1"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="."/>
    </xsl:for-each></p></xsl:if>
    <p class="k-act__head">
      <strong><xsl:call-template name="kind"/></strong>
      <xsl:text> </xsl:text>
      <xsl:value-of select="a:preface/a:p[@class='title']"/>
    </p>
    <xsl:apply-templates select="a:body/*[not(@name='empty')]">
      <xsl:with-param name="deep" select="$level"/>
    </xsl:apply-templates>
    <xsl:if test="a:conclusions">
      <div class="k-act__closing">
        <p><xsl:apply-templates select="a:conclusions/a:p/*[1][string(.)]" mode="signed"/></p>
        <p><xsl:apply-templates select="a:conclusions/a:p/*[2][string(.)]" mode="signed"/></p>
      </div>
    </xsl:if>
    <xsl:apply-templates select="a:attachments/a:attachment/a:doc/a:mainBody/*">
      <xsl:with-param name="deep" select="$level"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- number, day and place at the left, office and name at the right, as it is signed -->
  <xsl:template match="*" mode="signed">
    <xsl:if test="position() &gt; 1"><br/></xsl:if><xsl:value-of select="."/>
  </xsl:template>

  <!-- „О Д Л У К А“ is one word: the distance is only in the look -->
  <xsl:template name="kind">
    <xsl:variable name="said" select="normalize-space(a:preface/a:p[@class='kind'])"/>
    <xsl:variable name="close" select="translate($said, ' ', '')"/>
    <xsl:choose>
      <xsl:when test="string-length($said) = 2 * string-length($close) - 1"><xsl:value-of select="$close"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$said"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:num | a:heading | a:intro | a:content | konak:mark" priority="2"/>

  <!-- which act made these words what they are -->
  <xsl:template match="konak:mark" mode="mark">
    <span class="k-act__note"><xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><xsl:value-of select="."/></a></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose></span>
  </xsl:template>

  <!-- what bears a heading: parts and chapters, articles, annexes -->
  <xsl:template priority="1"
      match="a:part | a:chapter | a:section | a:article | a:hcontainer[@name='item' or @name='annex']">
    <xsl:param name="deep"/>
    <xsl:element name="h{$deep}">
      <xsl:attribute name="id"><xsl:value-of select="concat($prefix, @eId)"/></xsl:attribute>
      <xsl:attribute name="class">
        <xsl:choose>
          <xsl:when test="self::a:part or self::a:chapter or self::a:section">k-act__head</xsl:when>
          <xsl:otherwise>k-act__number</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:value-of select="a:num"/>
      <xsl:if test="a:num and a:heading"><xsl:text> </xsl:text></xsl:if>
      <xsl:if test="a:heading"><span class="k-act__name"><xsl:value-of select="a:heading"/></span></xsl:if>
    </xsl:element>
    <xsl:apply-templates select="konak:mark" mode="mark"/>
    <xsl:if test="a:intro or a:content">
      <div class="k-act__unit k-act__unit--text"><xsl:call-template name="words"/></div>
    </xsl:if>
    <xsl:apply-templates select="*">
        <xsl:with-param name="deep" select="$deep + ($deep &lt; 6)"/>
      </xsl:apply-templates>
  </xsl:template>

  <!-- what stands in them: paragraphs, points, indents, tables, and what could not be read -->
  <xsl:template match="*">
    <xsl:param name="deep"/>
    <div class="k-act__unit" id="{$prefix}{@eId}">
      <xsl:if test="@name='unread'"><xsl:attribute name="class">k-act__unit k-act__unread</xsl:attribute></xsl:if>
      <div class="k-act__unit--text">
        <xsl:if test="a:num"><xsl:value-of select="a:num"/><xsl:text> </xsl:text></xsl:if>
        <xsl:call-template name="words"/>
        <xsl:apply-templates select="konak:mark" mode="mark"/>
        <xsl:if test="@name='unread'"><span class="k-act__note"><xsl:call-template name="why"/></span></xsl:if>
      </div>
      <xsl:apply-templates select="*">
        <xsl:with-param name="deep" select="$deep + ($deep &lt; 6)"/>
      </xsl:apply-templates>
    </div>
  </xsl:template>

  <xsl:template name="words">
    <xsl:value-of select="a:intro"/>
    <xsl:choose>
      <xsl:when test="a:content/a:table">
        <div class="k-scroll" tabindex="0"><table class="k-table k-table--text">
          <thead><xsl:apply-templates select="a:content/a:table/a:tr[a:th]"/></thead>
          <tbody><xsl:apply-templates select="a:content/a:table/a:tr[not(a:th)]"/></tbody>
        </table></div>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="a:content"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="a:tr" priority="2"><tr><xsl:apply-templates select="*"/></tr></xsl:template>

  <!-- amounts and measures stand at the right with their head, days (two dots, no comma) do not -->
  <xsl:template match="a:th | a:td" priority="2">
    <xsl:variable name="place" select="position()"/>
    <xsl:variable name="first" select="../../a:tr[a:td][1]/*[$place]"/>
    <xsl:variable name="signs" select="translate($first, '0123456789', '')"/>
    <xsl:element name="{local-name()}">
      <xsl:if test="self::a:th"><xsl:attribute name="scope">col</xsl:attribute></xsl:if>
      <xsl:if test="string($first) and ($signs = '' or $signs = ',' or $signs = '.,' or $signs = '..,')">
        <xsl:attribute name="class">k-table__number</xsl:attribute>
      </xsl:if>
      <xsl:value-of select="."/>
    </xsl:element>
  </xsl:template>

  <xsl:template name="why">
    <xsl:choose>
      <xsl:when test="@konak:reason='too_long'"><xsl:value-of select="$too_long"/></xsl:when>
      <xsl:when test="@konak:reason='not_text'"><xsl:value-of select="$not_text"/></xsl:when>
      <xsl:when test="@konak:reason='legacy_font'"><xsl:value-of select="$legacy_font"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$not_read"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
